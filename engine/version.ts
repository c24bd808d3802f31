/** The version of the engine, as results record it. */
export const ENGINE_VERSION = '0.2.0'

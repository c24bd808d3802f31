/** Builds the studio into dist/studio, compressed beforehand: the server sends files as they lie there. */
import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

import { standaloneSchema } from '../standalone-schema.plugin.js'
import { compressed } from './compressed.plugin.js'

/** The server replaces it by a new text in every page that it sends. */
const NONCE = 'OLSHEM-NONCE'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), standaloneSchema(), compressed()],
  worker: { format: 'es', plugins: () => [standaloneSchema()] },
  html: { cspNonce: NONCE },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
  },
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'studio'),
    emptyOutDir: true,
    target: 'es2023',
    // An inlined font or picture would need a policy that lets them in.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: {
    proxy: { '/v1': 'http://127.0.0.1:3000' },
  },
})

/** The API as types, generated from its OpenAPI document. Not written by hand. */
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Healthy"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules folder can be used */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Healthy"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measurements for Prometheus */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Prometheus text format */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score bodies by the rules of a version
         * @description As application/json: the bodies of a data set, all at once. As application/x-ndjson: a body on each line, however many, with the parameters in the query; each line of the answer is a body in the order of the request ("errors" where its data have any), between a first line that names the rules and a last line {"end": true, "scored": ..., "errors": ...}, without which the answer is not whole. A methodology whose figures look at other bodies refuses the second form.
         */
        post: {
            parameters: {
                query?: {
                    methodology?: string;
                    version?: string;
                    edition?: string;
                    /** @description a year such as 2021 */
                    year?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScoreRequest"];
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description The result, as olshem score --json prints it */
                200: {
                    headers: {
                        "Olshem-Methodology"?: string;
                        "Olshem-Version"?: string;
                        "Olshem-SHA256"?: string;
                        "Olshem-Engine"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScoreAnswer"];
                        "application/x-ndjson": {
                            methodology: {
                                id: string;
                                version: string;
                                sha256: string;
                                inForce: boolean;
                            };
                            year: number;
                            engine: {
                                version: string;
                            };
                            data: Record<string, never>;
                            restricted?: {
                                inputs: string[];
                                figures: string[];
                                rules: string[];
                                rankings: string[];
                                populations: string[];
                                /** @description members of the answer that hold no hash therefore */
                                hashes: string[];
                            };
                        } | components["schemas"]["BodyResult"] | {
                            id: string | null;
                            line: number;
                            errors: components["schemas"]["DataProblem"][];
                        } | {
                            ranking: string;
                            place: number;
                            group?: {
                                [key: string]: string;
                            };
                            id: string;
                            /** @description null where the place is shown and the figure is withheld */
                            value: number | null;
                        } | {
                            /** @enum {boolean} */
                            end: true;
                            bodies: number;
                            scored: number;
                            notScored: number;
                            notApplicable: number;
                            restricted?: number;
                            errors: number;
                            otherYears?: number;
                            leftOutOfRankings: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                            warnings: {
                                [key: string]: number;
                            };
                            sha256: string;
                        };
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The methodologies and their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Methodologies"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find every mistake of a methodology text, examples included */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/yaml": string;
                    "text/yaml": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checked"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a methodology: years, act, status, hash */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Versions"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version that is in force for a year */
        get: {
            parameters: {
                query: {
                    /** @description a year such as 2021 */
                    year: string;
                    edition?: string;
                };
                header?: never;
                path: {
                    methodology: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListedVersion"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs in meaning between two versions */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    methodology: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Difference"][];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a version, as YAML or JSON (header Accept) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the text with the hash of the header ETag, or what it says */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                        "application/yaml": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}/input-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A JSON Schema of the data that a version takes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description a JSON Schema (2020-12) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty form for data; with a year the bodies of a register */
        get: {
            parameters: {
                query?: {
                    /** @description default json */
                    format?: "csv" | "json" | "xlsx";
                    /** @description of the CSV form: bodies (the default), goals, goals.parts */
                    table?: string;
                    /** @description a year such as 2021 */
                    year?: string;
                };
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the form */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JsonForm"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys without their secrets, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyList"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key, whose secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeApiKey"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Refuse a key from now on */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of the audit log, newest first */
        get: {
            parameters: {
                query?: {
                    actor?: string;
                    action?: string;
                    subject?: string;
                    /** @description items at most, 1..100; default 50 */
                    limit?: string;
                    /** @description "next" of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last entry, signed: whoever keeps it can tell later that the log was cut */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedHead"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole log and find what was tampered with
         * @description Whether its end was cut off, or all of it was written anew, shows against a head that was kept elsewhere: its number and hash.
         */
        get: {
            parameters: {
                query?: {
                    /** @description of a head that was kept elsewhere; with "hash" */
                    number?: string;
                    hash?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verification"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data sets, newest first */
        get: {
            parameters: {
                query?: {
                    methodology?: string;
                    /** @description a year such as 2021 */
                    year?: string;
                    /** @description items at most, 1..100; default 50 */
                    limit?: string;
                    /** @description "next" of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataSetPage"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Load a data set
         * @description A JSON data set, CSV with a row for each body, a workbook with a sheet for each table (bodies, goals, goals.indicators; a name that begins with # is for notes), or a ZIP archive with a CSV file for each table. Every bad cell is reported at once, and then nothing is kept. The id is the sha256 of the data in canonical form: the same data are kept once.
         */
        post: {
            parameters: {
                query: {
                    methodology: string;
                    version?: string;
                    edition?: string;
                    /** @description a year such as 2021 */
                    year: string;
                    name: string;
                    source: string;
                    replaces?: string;
                    register?: string;
                    /** @description the decimal mark of a CSV text */
                    decimal?: "point" | "comma";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/zip": string;
                };
            };
            responses: {
                /** @description It is kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoadedDataSet"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a data set is and where it comes from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The data set. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DescribedDataSet"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-sets/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cells that differ from the data set that it replaces */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataSetCorrection"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-sets/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The data themselves, as JSON (RFC 8785), CSV or XLSX
         * @description The tables are read back to the same data. In CSV, text that a spreadsheet would take for a formula has an apostrophe before it.
         */
        get: {
            parameters: {
                query?: {
                    /** @description default json, which the id is the hash of */
                    format?: "json" | "csv" | "xlsx";
                    /** @description of the form csv: bodies (the default), goals, goals.parts */
                    table?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text whose sha256 is the id, or its tables. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The drafts, newest first */
        get: {
            parameters: {
                query?: {
                    methodology?: string;
                    /** @description items at most, 1..100; default 50 */
                    limit?: string;
                    /** @description "next" of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftPage"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a draft from a version, or from a text */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description one of "from" and "text" */
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDraft"];
                };
            };
            responses: {
                /** @description The draft is kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeDraft"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft: its authors, mistakes and approvals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The draft. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftState"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a draft; its texts stay in the database */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description required: the ETag of the text that was read */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a draft, with its hash as ETag */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/yaml": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Replace the text of a draft; any approval of it becomes void
         * @description The header If-Match names the text that was read. Where the draft has another one by then, the answer 412 has both texts in "conflict".
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description required: the ETag of the text that was read */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/yaml": string;
                    "text/yaml": string;
                };
            };
            responses: {
                /** @description The text is kept. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListedDraft"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every text that a draft had: hash, who, when */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The texts, oldest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftText"][];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/texts/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text that a draft had */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/yaml": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the examples of a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What came out. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunExamples"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a draft changes: in meaning, and in the newest ranking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The differences. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewedEffect"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/approval-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the approval of a text without mistakes
         * @description The hash names the text that is meant; where the draft has another one by then, the answer is 412 with the stored text.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeantText"];
                };
            };
            responses: {
                /** @description Approval is asked for. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftState"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a text that others wrote
         * @description The hash names the text that is meant; where the draft has another one by then, the answer is 412 with the stored text.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GivenApproval"];
                };
            };
            responses: {
                /** @description The text is approved. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftState"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse the approval of a text, with a reason
         * @description The hash names the text that is meant; where the draft has another one by then, the answer is 412 with the stored text.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GivenRejection"];
                };
            };
            responses: {
                /** @description The approval is refused. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftState"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the approved text as a version
         * @description No mistakes, all examples pass, all stored runs of the methodology replay identical. The hash names the text that is meant; where the draft has another one by then, the answer is 412 with the stored text.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeantText"];
                };
            };
            responses: {
                /** @description The version is published. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Published"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute stored runs again, all or those of a methodology */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplaysRequest"];
                };
            };
            responses: {
                /** @description The job; Location is its address. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                    /** @description items at most, 1..100; default 50 */
                    limit?: string;
                    /** @description "next" of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobPage"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job, and what it has found so far */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobWithResult"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a job before it is done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The course of a job, as server-sent events
         * @description Events "progress" and, as the last one, "end", each with {"id", "state", "done", "total"}. The first is the state of now. A comment is sent where nothing changes for long. When the server stops the stream ends without "end": ask again.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The events. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who published and approved a version, and what it changed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The publication. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the examples of a version */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What came out. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunExamples"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methodologies/{methodology}/versions/{version}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a version: nothing new is scored with it
         * @description It is never deleted, and its stored runs can still be replayed. The reason is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodology: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawalRequest"];
                };
            };
            responses: {
                /** @description The version is withdrawn. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Withdrawn"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed receipt of a run, which never changes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The receipt. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of this installation, old ones too */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The keys, oldest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicKey"][];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The states of all registers, those loaded last first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisterList"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Load a state of a register of bodies
         * @description CSV, or a workbook with one sheet: id, valid_from, valid_to, successor and attributes. Every mistake is reported at once, and then nothing is kept.
         */
        post: {
            parameters: {
                query: {
                    /** @description as methodologies name it, such as kz-bodies */
                    id: string;
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                /** @description It is kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoadedRegister"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What loading a state of a register would change
         * @description Every mistake at once, or the differences from the state loaded last: bodies and periods that come and go, and cells. Nothing is kept.
         */
        post: {
            parameters: {
                query: {
                    /** @description as methodologies name it, such as kz-bodies */
                    id: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                /** @description It can be loaded. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckedRegister"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The states of a register, the one loaded last first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description as methodologies name it, such as kz-bodies */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisterList"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers/{id}/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A state of a register, in canonical form (RFC 8785) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description as methodologies name it, such as kz-bodies */
                    id: string;
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text with this hash. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisterText"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/run-comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two runs side by side: inputs, places and figures */
        get: {
            parameters: {
                query: {
                    a: string;
                    b: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What differs. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunComparison"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored runs, newest first */
        get: {
            parameters: {
                query?: {
                    methodology?: string;
                    /** @description a year such as 2021 */
                    year?: string;
                    dataSet?: string;
                    /** @description items at most, 1..100; default 50 */
                    limit?: string;
                    /** @description "next" of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunPage"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Score a data set and keep the run */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RunRequest"];
                };
            };
            responses: {
                /** @description The run is kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedRun"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run was computed from, by hashes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The run. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DescribedRun"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result, as olshem score --json prints it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The result. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScoreAnswer"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/explanations/{body}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a figure of a body came about */
        get: {
            parameters: {
                query?: {
                    /** @description default the figure that decides the status of the body */
                    output?: string;
                };
                header?: never;
                path: {
                    id: string;
                    body: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The explanation. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the run again from its stored texts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Identical, or the first value that differs. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The run with all its texts, for another installation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a run that another installation exported */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The run is kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportedRun"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/bodies/{body}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the result says of one body, and its places */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    body: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The body. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunBody"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/result.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The result as CSV, a row for each body
         * @description Zero is 0; a missing figure is an empty cell; not-applicable is a figure that a rule took away; restricted is one that is withheld from you; the column "reasons" says why.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/result.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The result as a workbook: bodies, rankings, rules
         * @description Zero is 0; a missing figure is an empty cell; not-applicable is a figure that a rule took away; restricted is one that is withheld from you; the column "reasons" says why.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in: the answer sets the cookie of the session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out; without a session this does nothing */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the own password, which ends all other sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPassword"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The users, disabled ones among them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserList"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a user; after the first one everybody has to sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewUser"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a user another role, which ends their sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRole"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a user another password, which ends their sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a user sign in no more, and end their sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a user who was disabled sign in again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The request is refused; "code" says why. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The server cannot answer. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** ApiKey */
        ApiKey: {
            id: string;
            /** @description what it is for */
            name: string;
            scopes: ("read" | "score" | "load" | "run")[];
            createdAt: string;
            expiresAt: string;
            /** @description null while it is not revoked */
            revokedAt: string | null;
        };
        /** ApiKeyList */
        ApiKeyList: {
            items: components["schemas"]["ApiKey"][];
        };
        /** Approval */
        Approval: {
            number: number;
            sha256: string;
            /**
             * @description void: the text was changed after it; used: the text was published
             * @enum {string}
             */
            state: "requested" | "approved" | "rejected" | "void" | "used";
            requestedAt: string;
            requestedBy: components["schemas"]["Person"];
            decidedAt: string | null;
            decidedBy: components["schemas"]["Person"] | null;
            comment: string | null;
            endedAt: string | null;
            endedBy: components["schemas"]["Person"] | null;
        };
        /** AuditEntry */
        AuditEntry: {
            number: number;
            at: string;
            /** @description as user:ID, key:ID, local or server */
            actor: string;
            /** @description as run.created */
            action: string;
            /** @description as run:ID */
            subject: string;
            details: {
                [key: string]: unknown;
            };
            previousHash: string;
            hash: string;
        };
        /** AuditPage */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description how the users and keys of these entries are called now; the log itself has ids alone */
            names: {
                [key: string]: string;
            };
            /** @description for "after"; null on the last page */
            next: string | null;
        };
        /** BodyResult */
        BodyResult: {
            id: string;
            name: string | null;
            /**
             * @description restricted: whether the total has a value is withheld
             * @enum {string}
             */
            status: "scored" | "not-scored" | "not-applicable" | "restricted";
            joined?: {
                id: string;
                name: string | null;
                ended: string;
                citation: string;
            }[];
            ended?: {
                on: string;
                /** @enum {string} */
                then: "joined-to-successor" | "not-scored";
                successor: string | null;
                citation: string;
            };
            /** @description the double nearest to each figure */
            outputs: {
                [key: string]: number | string | boolean | null;
            };
            /** @description the figures themselves, as decimal text */
            exact: {
                [key: string]: string | null;
            };
            missing: {
                output: string;
                input: string;
                row: string | null;
                reason: string;
                code: string;
            }[];
            absences: {
                criterion: string;
                child: string;
                treatment: string;
                reason: string;
            }[];
            imputed: {
                column: string;
                row: string | null;
                by: string;
            }[];
            notApplicable: {
                criterion: string | null;
                rule: string;
                citation: string;
            }[];
            deductions: {
                rule: string;
                points: number;
                pointsBeforeCap: number;
                citation: string;
            }[];
            limits: {
                rule: string;
                of: string;
                /** @enum {string} */
                kind: "at_most" | "at_least" | "exactly";
                /** @enum {string} */
                rounding: "before" | "after";
                limit: number | string | null;
                before: number | string | null;
                bound: boolean;
                citation: string;
            }[];
            flags: {
                flag: string;
                rule: string;
                about: string | null;
                citation: string;
                undecided: boolean;
            }[];
            /** @description outputs that are withheld from the one who asks, with the restricted inputs behind them */
            restricted?: {
                output: string;
                inputs: string[];
            }[];
        };
        /** Checked */
        Checked: {
            mistakes: components["schemas"]["FileMistake"][];
            warnings: components["schemas"]["FileMistake"][];
            examples: {
                title: string;
                passed: boolean;
            }[];
        };
        /** CheckedRegister */
        CheckedRegister: {
            sha256: string;
            bodies: number;
            /** @description false where this state is there already */
            isNew: boolean;
            /** @description the state loaded last, which this one is compared with */
            before: string | null;
            /** @description null where the register has restricted attributes that are withheld from you */
            differences: components["schemas"]["RegisterDifference"][] | null;
        };
        /** CreatedRun */
        CreatedRun: {
            run: components["schemas"]["StoredRun"];
            remarks: components["schemas"]["DataProblem"][];
        };
        /** Credentials */
        Credentials: {
            name: string;
            password: string;
        };
        /** DataProblem */
        DataProblem: {
            code: string;
            file: string;
            line: number | null;
            body: string | null;
            row: string | null;
            column: string | null;
            message: string;
        };
        /** DataSet */
        DataSet: {
            id: string;
            name: string;
            methodology: string | null;
            year: number;
            source: string;
            loadedAt: string;
            loadedBy: string;
            /** @description the data set that this one corrects */
            replaces: string | null;
            bodies: number;
        };
        /** DataSetCorrection */
        DataSetCorrection: {
            /** @description the data set that is corrected */
            replaces: string | null;
            /** @description from the data set that is replaced; null without one */
            differences: {
                body: string;
                row: string | null;
                column: string | null;
                before: string | null;
                after: string | null;
            }[] | null;
        };
        /** DataSetPage */
        DataSetPage: {
            items: components["schemas"]["DataSet"][];
            /** @description for "after"; null on the last page */
            next: string | null;
            /** @description how the users and keys of this answer are called now */
            names: {
                [key: string]: string;
            };
            /** @description methodologies with restricted inputs, whose data sets are not listed for you */
            restricted?: string[];
        };
        /** DescribedDataSet */
        DescribedDataSet: {
            id: string;
            name: string;
            methodology: string | null;
            year: number;
            source: string;
            loadedAt: string;
            loadedBy: string;
            /** @description the data set that this one corrects */
            replaces: string | null;
            bodies: number;
            /** @description how the users and keys of this answer are called now */
            names: {
                [key: string]: string;
            };
        };
        /** DescribedRun */
        DescribedRun: {
            id: string;
            methodology: string;
            version: string;
            methodologySha256: string;
            engineVersion: string;
            year: number;
            edition: string | null;
            /** @description null where it is withheld from you */
            dataSet: string | null;
            registerSha256: string | null;
            /** @description null where it is withheld from you */
            resultSha256: string | null;
            createdAt: string;
            createdBy: string;
            basedOn: string[];
            /** @description members that are withheld, as hashes over restricted values */
            restricted?: string[];
            /** @description how the users and keys of this answer are called now */
            names: {
                [key: string]: string;
            };
        };
        /** Difference */
        Difference: {
            path: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed" | "renamed" | "restated";
            was: string | null;
            is: string | null;
            cite: string | null;
            title: string | null;
            of?: string[];
        };
        /** DraftPage */
        DraftPage: {
            items: components["schemas"]["ListedDraft"][];
            /** @description for "after"; null on the last page */
            next: string | null;
        };
        /** DraftState */
        DraftState: {
            id: string;
            /** @enum {string} */
            status: "draft" | "requested" | "approved" | "rejected" | "published";
            /** @description as the text says */
            methodology: string | null;
            /** @description as the text says */
            version: string | null;
            sha256: string;
            /** @description the version that it was made from */
            from: {
                methodology: string;
                version: string;
            } | null;
            createdAt: string;
            createdBy: components["schemas"]["Person"];
            changedAt: string;
            changedBy: components["schemas"]["Person"];
            publishedAt: string | null;
            /** @description everybody who wrote a text of it: none of them may approve */
            authors: components["schemas"]["Person"][];
            /** @description of the text; examples are run at the address "examples" */
            mistakes: components["schemas"]["FileMistake"][];
            /** @description what people should know of the text all the same */
            warnings: components["schemas"]["FileMistake"][];
            /** @description oldest first */
            approvals: components["schemas"]["Approval"][];
        };
        /** DraftText */
        DraftText: {
            sha256: string;
            writtenAt: string;
            writtenBy: components["schemas"]["Person"];
        };
        /** Explanation */
        Explanation: {
            methodology: {
                id: string;
                version: string;
            };
            year: number;
            body: {
                id: string;
                name: string | null;
                joined: {
                    id: string;
                    name: string | null;
                    ended: string;
                    citation: string;
                }[];
            };
            of: string;
            figures: {
                key: string;
                kind: string;
                title: components["schemas"]["Title"];
                unit: string | null;
                value: {
                    /** @enum {string} */
                    state: "present" | "missing" | "not-applicable" | "restricted";
                    text: string | null;
                    reason: string | null;
                };
                formula: string | null;
                substituted: string | null;
                citation: string | null;
                mark: ("given" | "reconstructed") | null;
                note: string | null;
                alternatives: {
                    formula: string | null;
                    setting: string | null;
                    note: string;
                }[];
                steps: {
                    step: string;
                    words: string;
                    value: {
                        /** @enum {string} */
                        state: "present" | "missing" | "not-applicable" | "restricted";
                        text: string | null;
                        reason: string | null;
                    };
                    with?: {
                        [key: string]: string;
                    };
                }[];
                aggregation: {
                    kind: string;
                    parts: {
                        key: string;
                        weight: string | null;
                        share: string | null;
                        /** @enum {string} */
                        role: "used" | "left-out" | "zero" | "decides";
                        contribution: string | null;
                    }[];
                } | null;
                skipped: {
                    row: string;
                    reason: string;
                }[];
                rules: {
                    rule: string;
                    instances: number | null;
                    title: components["schemas"]["Title"];
                    /** @enum {string} */
                    state: "fired" | "not-fired" | "undecided";
                    event: string;
                    citation: string;
                    mark: ("given" | "reconstructed") | null;
                    facts: {
                        condition: string;
                        received: string;
                        holds: string;
                    }[];
                    points: string | null;
                    pointsBeforeCap: string | null;
                    caps: string[];
                    limit: string | null;
                    bound: boolean | null;
                }[];
                caps: {
                    cap: string;
                    atMost: string;
                    /** @enum {string} */
                    over: "group" | "all";
                    citation: string;
                    mark: ("given" | "reconstructed") | null;
                    note: string | null;
                    alternatives: {
                        formula: string | null;
                        setting: string | null;
                        note: string;
                    }[];
                }[];
                bodies: number | null;
                population: {
                    name: string;
                    group: {
                        [key: string]: string;
                    } | null;
                } | null;
                operands: string[];
                source: {
                    file: string;
                    line: number | null;
                    path: string | null;
                    column: string;
                    says: string | null;
                } | null;
                run: {
                    methodology: string;
                    version: string;
                    year: number;
                    sha256: string | null;
                } | null;
            }[];
        };
        /** FileMistake */
        FileMistake: {
            code: string;
            message: string;
            file: string;
            line: number;
            column: number;
            /** @description what the message puts in, by name */
            with?: {
                [key: string]: string | string[];
            };
        };
        /** GivenApproval */
        GivenApproval: {
            sha256: string;
            comment?: string;
        };
        /** GivenRejection */
        GivenRejection: {
            sha256: string;
            reason: string;
        };
        /** Healthy */
        Healthy: {
            /** @enum {string} */
            status: "ok";
        };
        /** ImportedRun */
        ImportedRun: {
            run: components["schemas"]["StoredRun"];
            isNew: boolean;
        };
        /** Job */
        Job: {
            id: string;
            /** @enum {string} */
            kind: "replays";
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            request: {
                /** @description whose runs are replayed; null: all runs */
                methodology: string | null;
            };
            /** @description parts of the work */
            total: number;
            /** @description parts that are done */
            done: number;
            /** @description UTC, with milliseconds */
            createdAt: string;
            createdBy: string;
            startedAt: string | null;
            endedAt: string | null;
            /** @description why it failed */
            error: string | null;
        };
        /** JobPage */
        JobPage: {
            items: components["schemas"]["Job"][];
            /** @description for "after"; null on the last page */
            next: string | null;
        };
        /** JobWithResult */
        JobWithResult: {
            id: string;
            /** @enum {string} */
            kind: "replays";
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            request: {
                /** @description whose runs are replayed; null: all runs */
                methodology: string | null;
            };
            /** @description parts of the work */
            total: number;
            /** @description parts that are done */
            done: number;
            /** @description UTC, with milliseconds */
            createdAt: string;
            createdBy: string;
            startedAt: string | null;
            endedAt: string | null;
            /** @description why it failed */
            error: string | null;
            /** @description of the parts that are done */
            result: {
                counts: {
                    identical?: number;
                    different?: number;
                    impossible?: number;
                };
                replays: {
                    run: string;
                    /** @enum {string} */
                    outcome: "identical" | "different" | "impossible";
                    /** @description the first value that differs; null where nothing does, or the hash alone */
                    difference: {
                        body: string | null;
                        what: string;
                        written: string | null;
                        computed: string | null;
                    } | null;
                    written: string | null;
                    computed: string | null;
                    /** @description why the run cannot be computed again */
                    why: string[];
                    /** @description members that are withheld from you */
                    restricted?: string[];
                }[];
            };
        };
        /** JsonForm */
        JsonForm: {
            year?: number;
            bodies: {
                [key: string]: unknown;
            }[];
        };
        /** ListedDraft */
        ListedDraft: {
            id: string;
            /** @enum {string} */
            status: "draft" | "requested" | "approved" | "rejected" | "published";
            /** @description as the text says */
            methodology: string | null;
            /** @description as the text says */
            version: string | null;
            sha256: string;
            /** @description the version that it was made from */
            from: {
                methodology: string;
                version: string;
            } | null;
            createdAt: string;
            createdBy: components["schemas"]["Person"];
            changedAt: string;
            changedBy: components["schemas"]["Person"];
            publishedAt: string | null;
        };
        /** ListedVersion */
        ListedVersion: {
            id: string;
            version: string;
            title: components["schemas"]["Title"];
            years: {
                /** @enum {string} */
                kind: "range";
                from: number;
                to: number | null;
            } | {
                /** @enum {string} */
                kind: "list";
                years: number[];
            };
            edition: string | null;
            act: {
                number: string | null;
                date: string | null;
                issuer: string | null;
                title: string | null;
                url: string | null;
                amendedBy: {
                    number: string | null;
                    date: string | null;
                    issuer: string | null;
                    title: string | null;
                    url: string | null;
                }[];
                repealedBy: {
                    number: string | null;
                    date: string | null;
                    issuer: string | null;
                    title: string | null;
                    url: string | null;
                } | null;
            };
            /** @enum {string} */
            status: "draft" | "published";
            /** @description its hash stands in the lock */
            locked: boolean;
            withdrawn: {
                at: string;
                because: string;
            } | null;
            supersededBy: string | null;
            sha256: string | null;
            /** @description from the rules folder */
            file: string;
        };
        /** LoadedDataSet */
        LoadedDataSet: {
            dataSet: components["schemas"]["DataSet"];
            /** @description false where the same data were there already */
            isNew: boolean;
            warnings: components["schemas"]["DataProblem"][];
            /** @description from the data set that is replaced; null without one */
            differences: {
                body: string;
                row: string | null;
                column: string | null;
                before: string | null;
                after: string | null;
            }[] | null;
            /** @description columns whose differences are withheld from you */
            restricted?: string[];
        };
        /** LoadedRegister */
        LoadedRegister: {
            register: components["schemas"]["StoredRegister"];
            /** @description false where this state was there already */
            isNew: boolean;
        };
        /** MadeApiKey */
        MadeApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description shown this once */
            token: string;
        };
        /** MadeDraft */
        MadeDraft: {
            draft: components["schemas"]["ListedDraft"];
            /** @description false: version, status and "supersedes" have to be written by hand */
            isAdapted: boolean;
        };
        /** MeantText */
        MeantText: {
            sha256: string;
        };
        /** Methodologies */
        Methodologies: {
            methodologies: {
                id: string;
                versions: components["schemas"]["ListedVersion"][];
            }[];
            /** @description of files, which therefore are not in the list */
            mistakes: components["schemas"]["FileMistake"][];
        };
        /** NewApiKey */
        NewApiKey: {
            name: string;
            scopes: ("read" | "score" | "load" | "run")[];
            /** @description UTC, as 2027-06-30T18:59:59.999Z */
            expiresAt: string;
        };
        /**
         * NewDraft
         * @description one of "from" and "text"
         */
        NewDraft: {
            from?: {
                methodology: string;
                version: string;
                /** @description the id of the new version; its text then says so, "status: draft", and what it supersedes */
                as?: string;
            };
            /** @description any text, also with mistakes */
            text?: string;
        };
        /** NewPassword */
        NewPassword: {
            password: string;
        };
        /** NewRole */
        NewRole: {
            /**
             * @description what the user may do
             * @enum {string}
             */
            role: "reader" | "analyst" | "owner" | "approver" | "admin";
        };
        /** NewUser */
        NewUser: {
            name: string;
            /**
             * @description what the user may do
             * @enum {string}
             */
            role: "reader" | "analyst" | "owner" | "approver" | "admin";
            password: string;
        };
        /** OwnPassword */
        OwnPassword: {
            current: string;
            password: string;
        };
        /** Person */
        Person: {
            /** @description as user:ID */
            actor: string;
            /** @description null for what is no user */
            name: string | null;
        };
        /** PreviewedEffect */
        PreviewedEffect: {
            sha256: string;
            /** @description the version that the differences are to; null where there is none */
            comparedWith: string | null;
            differences: components["schemas"]["Difference"][];
            /** @description on the newest stored run of the methodology; a publication keeps it without restricted values, and without rankings that depend on them */
            effect: {
                /** @enum {string} */
                kind: "no-run";
            } | {
                /** @enum {string} */
                kind: "not-comparable";
                run: string;
                version: string;
                year: number;
                /** @description null where it is withheld */
                dataSet: string | null;
                /** @description why the data of the run do not fit the text */
                because: {
                    code: string;
                    body: string | null;
                    row: string | null;
                    column: string | null;
                }[];
            } | {
                /** @enum {string} */
                kind: "compared";
                run: string;
                version: string;
                year: number;
                /** @description null where it is withheld */
                dataSet: string | null;
                rankings: {
                    ranking: string;
                    bodies: {
                        body: string;
                        /** @description null where the body has no place */
                        before: {
                            place: number;
                            group?: {
                                [key: string]: string;
                            };
                            /** @description null where it is withheld */
                            value: number | null;
                        } | null;
                        /** @description null where the body has no place */
                        after: {
                            place: number;
                            group?: {
                                [key: string]: string;
                            };
                            /** @description null where it is withheld */
                            value: number | null;
                        } | null;
                    }[];
                }[];
                notScored: {
                    body: string;
                    before: ("scored" | "not-scored" | "not-applicable" | "restricted") | null;
                    after: ("scored" | "not-scored" | "not-applicable" | "restricted") | null;
                }[];
            };
        };
        /**
         * Problem
         * @description What is wrong, as RFC 9457 describes it.
         */
        Problem: {
            /** @description where the code is described */
            type: string;
            title: string;
            status: number;
            /**
             * @description permanent
             * @enum {string}
             */
            code: "ADDRESS_UNKNOWN" | "STUDIO_NOT_BUILT" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "BODY_TOO_LARGE" | "MEDIA_TYPE_NOT_READ" | "BODY_NOT_JSON" | "BODY_NOT_UTF_8" | "REQUEST_MALFORMED" | "REQUEST_SHAPE" | "PRECONDITION_MISSING" | "HOST_UNKNOWN" | "CROSS_SITE_REFUSED" | "LOCAL_ONLY" | "SIGN_IN_NEEDED" | "SIGN_IN_REFUSED" | "KEY_REFUSED" | "NOT_ALLOWED" | "CSRF_TOKEN_NEEDED" | "SECOND_PERSON_NEEDED" | "TOO_MANY_REQUESTS" | "REQUEST_TOO_SLOW" | "METHODOLOGY_UNKNOWN" | "VERSION_UNKNOWN" | "VERSION_NOT_NAMED" | "RULES_UNREADABLE" | "BODY_NOT_IN_DATA" | "LOOKS_ACROSS_BODIES" | "TABLE_UNKNOWN" | "TOO_MANY_WAITING" | "SERVER_FAULT" | "CURSOR_UNREADABLE" | "TEXT_UNKNOWN" | "TEXT_DAMAGED" | "VERSION_CHANGED" | "VERSION_FAULTY" | "VERSION_WITHDRAWN" | "VERSION_NOT_IN_FORCE" | "VERSION_UNDECIDED" | "REGISTER_UNKNOWN" | "REGISTER_NOT_USED" | "REGISTER_FAULTY" | "DATA_SET_UNKNOWN" | "DATA_SET_SAME" | "DATA_REFUSED" | "RUN_UNKNOWN" | "RUN_NOT_USABLE" | "RUN_DIFFERS" | "BODY_UNKNOWN" | "FIGURE_UNKNOWN" | "FORM_CANNOT_HOLD" | "EXPORT_UNREADABLE" | "EXPORT_CONTRADICTS" | "NAME_REFUSED" | "PASSWORD_REFUSED" | "USER_EXISTS" | "USER_UNKNOWN" | "USER_STATE" | "LAST_ADMIN" | "KEY_UNKNOWN" | "KEY_AMBIGUOUS" | "KEY_REVOKED" | "KEY_EXPIRY_PASSED" | "DRAFT_UNKNOWN" | "DRAFT_TEXT_UNKNOWN" | "DRAFT_CHANGED" | "DRAFT_TOO_LARGE" | "DRAFT_NOT_TEXT" | "DRAFT_FAULTY" | "DRAFT_NOT_FINAL" | "DRAFT_PUBLISHED" | "APPROVAL_NOT_REQUESTED" | "APPROVAL_REQUESTED" | "NOT_APPROVED" | "OWN_WORK" | "VERSION_TAKEN" | "RUNS_DIFFER" | "PUBLISHING_OVERTAKEN" | "PUBLICATION_UNKNOWN" | "JOB_UNKNOWN" | "JOB_OVER" | "RUN_DAMAGED" | "SIGNING_KEY_LACKING" | "RESTRICTED";
            detail: string;
            /** @description how it is mended */
            mend: string;
            /** @description id of the request in the log */
            request: string;
            errors: {
                code: string;
                message: string;
                /** @description JSON pointer into the request, or a file */
                at: string | null;
                /** @description 1-based */
                line: number | null;
                /** @description 1-based, in the line */
                character: number | null;
                /** @description id of the body */
                body: string | null;
                /** @description as goals[g1]; null on the body itself */
                row: string | null;
                column: string | null;
                /** @description what the message puts in, by name */
                with?: {
                    [key: string]: string | string[];
                };
            }[];
            /** @description of a race that was lost (412): what each side has */
            conflict?: {
                /** @description the hash that the request named */
                expected: string;
                stored: {
                    sha256: string;
                    text: string;
                };
                /** @description null where the request has no text */
                sent: {
                    sha256: string;
                    text: string;
                } | null;
            };
        };
        /** PublicKey */
        PublicKey: {
            id: string;
            /** @description PEM */
            publicKey: string;
            from: string | null;
            /** @description when it was replaced; null: in use */
            until: string | null;
        };
        /** Publication */
        Publication: {
            methodology: string;
            version: string;
            sha256: string;
            draft: string;
            publishedAt: string;
            publishedBy: components["schemas"]["Person"];
            authors: components["schemas"]["Person"][];
            approval: {
                requestedAt: string;
                requestedBy: components["schemas"]["Person"];
                approvedAt: string | null;
                approvedBy: components["schemas"]["Person"] | null;
                comment: string | null;
            };
            /** @description stored runs of the methodology, each found identical */
            runsReplayed: number;
            /** @description the version that the differences are to; null where there is none */
            comparedWith: string | null;
            differences: components["schemas"]["Difference"][];
            /** @description on the newest stored run of the methodology; a publication keeps it without restricted values, and without rankings that depend on them */
            effect: {
                /** @enum {string} */
                kind: "no-run";
            } | {
                /** @enum {string} */
                kind: "not-comparable";
                run: string;
                version: string;
                year: number;
                /** @description null where it is withheld */
                dataSet: string | null;
                /** @description why the data of the run do not fit the text */
                because: {
                    code: string;
                    body: string | null;
                    row: string | null;
                    column: string | null;
                }[];
            } | {
                /** @enum {string} */
                kind: "compared";
                run: string;
                version: string;
                year: number;
                /** @description null where it is withheld */
                dataSet: string | null;
                rankings: {
                    ranking: string;
                    bodies: {
                        body: string;
                        /** @description null where the body has no place */
                        before: {
                            place: number;
                            group?: {
                                [key: string]: string;
                            };
                            /** @description null where it is withheld */
                            value: number | null;
                        } | null;
                        /** @description null where the body has no place */
                        after: {
                            place: number;
                            group?: {
                                [key: string]: string;
                            };
                            /** @description null where it is withheld */
                            value: number | null;
                        } | null;
                    }[];
                }[];
                notScored: {
                    body: string;
                    before: ("scored" | "not-scored" | "not-applicable" | "restricted") | null;
                    after: ("scored" | "not-scored" | "not-applicable" | "restricted") | null;
                }[];
            };
            audit: {
                number: number;
                hash: string;
            };
        };
        /** Published */
        Published: {
            publication: components["schemas"]["Publication"];
            /** @description to be kept elsewhere: it shows later that the log was cut; null for a server without a key */
            auditHead: components["schemas"]["SignedHead"] | null;
        };
        /**
         * Receipt
         * @description For olshem verify, which needs no server.
         */
        Receipt: {
            /** @enum {string} */
            kind: "olshem-receipt";
            /** @enum {number} */
            format: 1;
            methodology: {
                id: string;
                version: string;
                sha256: string;
            };
            year: number;
            dataSha256: string;
            registerSha256: string | null;
            basedOn: string[];
            resultSha256: string;
            engine: string;
            /** @description UTC, with milliseconds */
            time: string;
            /** @description id of the API key that asked */
            apiKey: string | null;
            /** @description null where nothing was kept */
            run: string | null;
            /** @description the last entry of the audit log */
            auditHead: {
                number: number;
                hash: string;
            } | null;
            /** @description id of the key, listed at /v1/keys */
            key: string;
            /** @description Ed25519, in base64 */
            signature: string;
        };
        /** RegisterDifference */
        RegisterDifference: {
            /** @enum {string} */
            kind: "body-added" | "body-removed" | "period-added" | "period-removed" | "cell";
            body: string;
            name: string | null;
            validFrom: string | null;
            validTo: string | null;
            column?: string;
            before?: string | null;
            after?: string | null;
        };
        /** RegisterList */
        RegisterList: {
            items: components["schemas"]["StoredRegister"][];
            /** @description how the users and keys of this answer are called now */
            names: {
                [key: string]: string;
            };
            /** @description registers with restricted attributes, whose states are not listed for you */
            restricted?: string[];
        };
        /** RegisterText */
        RegisterText: {
            register: string;
            columns: string[];
            /** @description column -> text; empty cells left out */
            rows: {
                [key: string]: string;
            }[];
        };
        /** Replay */
        Replay: {
            /** @enum {string} */
            kind: "identical" | "different";
            /** @description the first value that differs; null where only the hash does */
            difference?: {
                body: string | null;
                what: string;
                written: string | null;
                computed: string | null;
            } | null;
            written: string | null;
            computed: string | null;
            writtenBy: string;
            computedBy: string;
            /** @description members that are withheld */
            restricted?: string[];
        };
        /** ReplaysRequest */
        ReplaysRequest: {
            methodology?: string;
        };
        /** RunBody */
        RunBody: {
            body: components["schemas"]["BodyResult"];
            /** @description of the rankings that place it */
            places: {
                ranking: string;
                place: number;
                /** @description how many have a place there; in its group, where there are groups */
                among: number;
                group?: {
                    [key: string]: string;
                };
            }[];
        };
        /** RunComparison */
        RunComparison: {
            a: components["schemas"]["StoredRun"];
            b: components["schemas"]["StoredRun"];
            /** @description true where results and rankings have one hash; null where that is withheld from you */
            isSame: boolean | null;
            /** @description what the runs were computed from, where it differs */
            inputs: {
                /** @enum {string} */
                what: "methodology" | "version" | "rules" | "year" | "data" | "register" | "based on" | "engine";
                a: string | null;
                b: string | null;
            }[];
            rankings: {
                ranking: string;
                places: {
                    id: string;
                    /** @description null where the run does not have the body, or not the ranking */
                    a: ({
                        /** @enum {string} */
                        kind: "placed";
                        place: number;
                        /** @description null where it is withheld from you */
                        value: string | null;
                        group: {
                            [key: string]: string;
                        } | null;
                    } | {
                        /** @enum {string} */
                        kind: "left-out";
                        reason: string;
                        rule: string | null;
                    }) | null;
                    /** @description null where the run does not have the body, or not the ranking */
                    b: ({
                        /** @enum {string} */
                        kind: "placed";
                        place: number;
                        /** @description null where it is withheld from you */
                        value: string | null;
                        group: {
                            [key: string]: string;
                        } | null;
                    } | {
                        /** @enum {string} */
                        kind: "left-out";
                        reason: string;
                        rule: string | null;
                    }) | null;
                    /** @description places gained from a to b (lost: negative); null unless both place the body, in one group */
                    movedBy: number | null;
                }[];
            }[];
            bodies: {
                onlyInA: {
                    id: string;
                    name: string | null;
                }[];
                onlyInB: {
                    id: string;
                    name: string | null;
                }[];
                notScored: {
                    id: string;
                    a: {
                        /** @enum {string} */
                        status: "scored" | "not-scored" | "not-applicable" | "restricted";
                        missing: {
                            input: string;
                            row: string | null;
                            reason: string;
                            code: string;
                        }[];
                        notApplicable: {
                            criterion: string | null;
                            rule: string;
                            citation: string;
                        }[];
                    } | null;
                    b: {
                        /** @enum {string} */
                        status: "scored" | "not-scored" | "not-applicable" | "restricted";
                        missing: {
                            input: string;
                            row: string | null;
                            reason: string;
                            code: string;
                        }[];
                        notApplicable: {
                            criterion: string | null;
                            rule: string;
                            citation: string;
                        }[];
                    } | null;
                }[];
                /** @description that differ, of bodies that both runs have */
                outputs: {
                    id: string;
                    output: string;
                    /** @description null where the rules of the run have no such output */
                    a: ({
                        /** @enum {string} */
                        kind: "value";
                        /** @description decimal text, a level, or true and false */
                        value: string;
                    } | {
                        /** @enum {string} */
                        kind: "missing";
                        because: {
                            input: string;
                            row: string | null;
                            reason: string;
                            code: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "not-applicable";
                    }) | null;
                    /** @description null where the rules of the run have no such output */
                    b: ({
                        /** @enum {string} */
                        kind: "value";
                        /** @description decimal text, a level, or true and false */
                        value: string;
                    } | {
                        /** @enum {string} */
                        kind: "missing";
                        because: {
                            input: string;
                            row: string | null;
                            reason: string;
                            code: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "not-applicable";
                    }) | null;
                }[];
            };
            /** @description withheld from you of either run, and not compared */
            restricted?: {
                inputs: string[];
                outputs: string[];
                rankings: string[];
            };
        };
        /** RunExamples */
        RunExamples: {
            sha256: string;
            passed: number;
            failed: number;
            examples: {
                title: string;
                passed: boolean;
                /** @description the values that differ, and what else is wrong */
                problems: components["schemas"]["FileMistake"][];
            }[];
            /** @description that examples show, and that stand elsewhere in the text */
            mistakes: components["schemas"]["FileMistake"][];
        };
        /** RunPage */
        RunPage: {
            items: components["schemas"]["StoredRun"][];
            /** @description for "after"; null on the last page */
            next: string | null;
            /** @description how the users and keys of this answer are called now */
            names: {
                [key: string]: string;
            };
        };
        /** RunRequest */
        RunRequest: {
            methodology: string;
            version?: string;
            edition?: string;
            year: number;
            dataSet: string;
            register?: string;
            previous?: string[];
            history?: string[];
            from?: string[];
            leaveOutBroken?: boolean;
        };
        /** ScoreAnswer */
        ScoreAnswer: {
            methodology: {
                id: string;
                version: string;
                sha256: string;
                inForce: boolean;
            };
            year: number;
            engine: {
                version: string;
            };
            data: {
                sha256: string | null;
                previous?: {
                    sha256: string | null;
                    leftOut?: string[];
                };
                earlier?: {
                    year: number;
                    sha256: string | null;
                    leftOut?: string[];
                }[];
            };
            register?: {
                id: string;
                sha256: string | null;
            };
            history?: {
                methodology: string;
                version: string;
                year: number;
                sha256: string | null;
            }[];
            from?: {
                methodology: string;
                version: string;
                year: number;
                sha256: string | null;
            }[];
            results: components["schemas"]["BodyResult"][];
            rankings: {
                [key: string]: {
                    place: number;
                    group?: {
                        [key: string]: string;
                    };
                    id: string;
                    /** @description null where the place is shown and the figure is withheld */
                    value: number | null;
                }[];
            };
            leftOutOfRankings: {
                [key: string]: {
                    id: string;
                    reason: string;
                    rule: string | null;
                    citation: string | null;
                }[];
            };
            populations: {
                [key: string]: {
                    bodies: number;
                    groups?: {
                        group: {
                            [key: string]: string;
                        };
                        bodies: number;
                    }[];
                    leftOut: {
                        id: string;
                        reason: string;
                        rule: string | null;
                        citation: string | null;
                    }[];
                };
            };
            leftOut: {
                id: string;
                errors: components["schemas"]["DataProblem"][];
            }[];
            warnings: components["schemas"]["DataProblem"][];
            /** @description of all results and rankings in canonical form (RFC 8785); null where any of them is withheld */
            sha256: string | null;
            restricted?: {
                inputs: string[];
                figures: string[];
                rules: string[];
                rankings: string[];
                populations: string[];
                /** @description members of the answer that hold no hash therefore */
                hashes: string[];
            };
            explanations?: components["schemas"]["Explanation"][];
            receipt?: components["schemas"]["Receipt"];
        };
        /** ScoreRequest */
        ScoreRequest: {
            methodology: string;
            version?: string;
            edition?: string;
            year: number;
            /** @description Rows of the data: {"id": ..., "name": ..., COLUMN: ..., TABLE: [...]}, as /v1/methodologies/ID/versions/VERSION/input-schema describes them. null and an absent key are both missing; "", 0 and "0" are not. */
            bodies: unknown[];
            /** @description data of earlier years, for previous(x) */
            previous?: {
                year: number;
                /** @description Rows of the data: {"id": ..., "name": ..., COLUMN: ..., TABLE: [...]}, as /v1/methodologies/ID/versions/VERSION/input-schema describes them. null and an absent key are both missing; "", 0 and "0" are not. */
                bodies: unknown[];
            }[];
            /** @description results of the methodology for earlier years, as this address answers them */
            history?: unknown[];
            /** @description results of other methodologies for the year, as this address answers them */
            from?: unknown[];
            /** @description ids of bodies */
            explain?: string[];
            /** @description true: the answer has a signed receipt beside its results, for olshem verify */
            receipt?: boolean;
        };
        /** Session */
        Session: {
            /**
             * @description local: at the machine of a server without users
             * @enum {string}
             */
            kind: "local" | "user" | "key" | "nobody";
            id: string | null;
            name: string | null;
            /** @description of a user */
            role: ("reader" | "analyst" | "owner" | "approver" | "admin") | null;
            permissions: ("read" | "score" | "load" | "run" | "draft" | "review" | "approve" | "publish" | "see-restricted" | "audit" | "administer")[];
            /** @description for the header Olshem-CSRF of requests that change something; null where no cookie is sent */
            csrf: string | null;
        };
        /** SignedHead */
        SignedHead: {
            /** @enum {string} */
            kind: "olshem-audit-head";
            /** @enum {number} */
            format: 1;
            number: number;
            hash: string;
            time: string;
            /** @description id of the key that signed */
            key: string;
            signature: string;
        };
        /** StoredRegister */
        StoredRegister: {
            /** @description as methodologies name it, such as kz-bodies */
            id: string;
            sha256: string;
            name: string;
            loadedAt: string;
            loadedBy: string;
        };
        /** StoredRun */
        StoredRun: {
            id: string;
            methodology: string;
            version: string;
            methodologySha256: string;
            engineVersion: string;
            year: number;
            edition: string | null;
            /** @description null where it is withheld from you */
            dataSet: string | null;
            registerSha256: string | null;
            /** @description null where it is withheld from you */
            resultSha256: string | null;
            createdAt: string;
            createdBy: string;
            basedOn: string[];
            /** @description members that are withheld, as hashes over restricted values */
            restricted?: string[];
        };
        /** Title */
        Title: {
            en?: string;
            kk?: string;
            ru?: string;
        };
        /** User */
        User: {
            id: string;
            name: string;
            /**
             * @description what the user may do
             * @enum {string}
             */
            role: "reader" | "analyst" | "owner" | "approver" | "admin";
            createdAt: string;
            /** @description null while the user may sign in */
            disabledAt: string | null;
        };
        /** UserList */
        UserList: {
            items: components["schemas"]["User"][];
        };
        /** Verification */
        Verification: {
            isWhole: boolean;
            entries: number;
            /** @description the last entry; null for none */
            head: {
                number: number;
                hash: string;
            } | null;
            /** @description the first 20 */
            faults: string[];
        };
        /** Versions */
        Versions: {
            id: string;
            versions: components["schemas"]["ListedVersion"][];
            mistakes: components["schemas"]["FileMistake"][];
        };
        /** WithdrawalRequest */
        WithdrawalRequest: {
            reason: string;
        };
        /** Withdrawn */
        Withdrawn: {
            methodology: string;
            version: string;
            sha256: string;
            /** @enum {string} */
            status: "withdrawn";
            withdrawnAt: string | null;
            withdrawnBecause: string | null;
            /** @description to be kept elsewhere: it shows later that the log was cut; null for a server without a key */
            auditHead: components["schemas"]["SignedHead"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

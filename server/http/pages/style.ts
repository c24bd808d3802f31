/** The style of the server's own pages. */
export const STYLE = `:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.6rem }
h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid }
h3 { font-size: 1rem; margin-top: 2rem; font-family: ui-monospace, monospace }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em }
h3, p, li, td, summary { overflow-wrap: anywhere }
.table { overflow-x: auto }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid }
details { margin: 0.5rem 0 }
summary { cursor: pointer }
`

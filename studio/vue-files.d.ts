/** For tools that read TypeScript alone; vue-tsc knows the components themselves. */
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  // eslint-disable-next-line no-restricted-syntax -- components have no other export
  export default component
}

/** Addresses of figures on the page of their body; the chosen one stands in the address. */
import { computed } from 'vue'
import { useRoute, type LocationQueryRaw } from 'vue-router'

export function useFigureLink() {
  const route = useRoute()
  const chosen = computed(() => textOf(route.query['figure']))
  /** The output whose explanation has the figure; null for the score. */
  const output = computed(() => textOf(route.query['of']))
  return {
    chosen,
    output,
    /** @param of - the output whose explanation has the figure; null for the score */
    toFigure: (
      figure: string | null,
      of: string | null,
    ): { readonly query: LocationQueryRaw } => ({
      query: {
        ...(of === null ? {} : { of }),
        ...(figure === null ? {} : { figure }),
      },
    }),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Pictures of how a score comes about. They are drawn with floating numbers; the figures beside them are exact. */
import type { CustomSeriesOption } from 'echarts/charts'
import type { EChartsOption } from 'echarts/types/dist/shared'

type Colour = (token: string) => string

export interface WaterfallBar {
  readonly name: string
  /** As it is written beside the bar. */
  readonly label: string
  /** Decimal text. */
  readonly from: string
  readonly to: string
  readonly kind: 'more' | 'less' | 'total'
}

export interface ValueBar {
  readonly name: string
  readonly label: string
  /** Decimal text. */
  readonly value: string
}

/** Height of a row, in pixels, and of what stands around the rows. */
const ROW = 34
const AROUND = 40

/** Letters of a name beside a bar. */
const LONGEST_NAME = 32

export function chartHeight(rows: number): number {
  return rows * ROW + AROUND
}

export function waterfallChart(
  bars: readonly WaterfallBar[],
  colour: Colour,
): EChartsOption {
  const fill = {
    more: colour('--series-1'),
    less: colour('--series-2'),
    total: colour('--ink'),
  }
  const renderItem: CustomSeriesOption['renderItem'] = (_, api) => {
    const row = Number(api.value(2))
    const bar = bars[row]
    if (!bar) return null
    const [from = 0, y = 0] = api.coord([api.value(0), row])
    const [to = 0] = api.coord([api.value(1), row])
    const [left, right] = [Math.min(from, to), Math.max(from, to)]
    const half = ROW * 0.3
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: {
            ...{ x: left, y: y - half },
            ...{ width: Math.max(1, right - left), height: 2 * half },
          },
          style: { fill: fill[bar.kind] },
        },
        {
          type: 'text',
          style: {
            ...{ text: bar.label, x: right + 6, y },
            ...{ verticalAlign: 'middle', fill: colour('--ink') },
            ...{ fontSize: 13, fontFamily: colour('--sans') },
          },
        },
      ],
    }
  }
  return {
    ...frame(
      bars.map(({ name }) => name),
      colour,
    ),
    series: [
      {
        type: 'custom',
        renderItem,
        encode: { x: [0, 1], y: 2 },
        data: bars.map(({ from, to }, row) => [Number(from), Number(to), row]),
      },
    ],
  }
}

export function valuesChart(
  bars: readonly ValueBar[],
  colour: Colour,
): EChartsOption {
  return {
    ...frame(
      bars.map(({ name }) => name),
      colour,
    ),
    series: [
      {
        type: 'bar',
        barWidth: ROW * 0.6,
        itemStyle: { color: colour('--series-1') },
        data: bars.map(({ value }) => Number(value)),
        label: {
          show: true,
          position: 'right',
          color: colour('--ink'),
          fontSize: 13,
          formatter: ({ dataIndex }) => bars[dataIndex]?.label ?? '',
        },
      },
    ],
  }
}

/** Two lines of the axis hold it; the whole name stands in the table. */
function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

/** Names on the left, the first on top; the axis of figures is quiet. */
function frame(names: readonly string[], colour: Colour): EChartsOption {
  return {
    grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value',
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: colour('--rule') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map(shortName),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--rule-strong') } },
      axisLabel: {
        color: colour('--ink'),
        fontSize: 13,
        width: 150,
        overflow: 'break',
        lineHeight: 15,
      },
    },
  }
}

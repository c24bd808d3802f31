/** The places of a body over the years as a line, the first place on top; a year without a place is a gap. */
import type { EChartsOption } from 'echarts/types/dist/shared'

import { placesByYear, type HistoryYear } from './place-history.js'

export function historyChart(
  years: readonly HistoryYear[],
  colour: (token: string) => string,
): EChartsOption {
  const places = placesByYear(years)
  return {
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: places.map(({ year }) => String(year)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--rule-strong') } },
      axisLabel: { color: colour('--ink') },
    },
    yAxis: {
      type: 'value',
      inverse: true,
      min: 1,
      minInterval: 1,
      axisLabel: { color: colour('--ink') },
      splitLine: { lineStyle: { color: colour('--rule') } },
    },
    series: [
      {
        type: 'line',
        connectNulls: false,
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: colour('--series-1') },
        lineStyle: { color: colour('--series-1'), width: 2 },
        label: { show: true, color: colour('--ink'), fontSize: 13 },
        data: places.map(({ place }) => place),
      },
    ],
  }
}

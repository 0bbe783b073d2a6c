import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { PlotOption } from './plot-option.ts';

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  TooltipComponent,
]);

/** A picture in an element; this file alone knows the library and is fetched when the first plot is looked at. */
export interface Drawing {
  show(option: PlotOption, height: number): void;
  end(): void;
}

/** Opens a picture in an element of the page. */
export function draw(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'canvas' });
  return {
    show: (option, height) => {
      chart.resize({ height });
      chart.setOption(option, { notMerge: true });
    },
    end: () => chart.dispose(),
  };
}

// The drawing of LineWithWindow, and the only file that knows the chart library.
import { LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { instantText, moneyText } from "../format";
import { useShopTerms } from "../shop-terms";
import type { LineWithWindowProps } from "./line-with-window";
import { lengthOf } from "./scale";

register([
  LineChart,
  GridComponent,
  TooltipComponent,
  MarkAreaComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);

const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--pd-${name}`);

export default function LineDrawing(props: LineWithWindowProps) {
  const { height = 220 } = props;
  const { language, timeZone } = useShopTerms();
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    const draw = () => chart.setOption(optionOf(props, language, timeZone), true);
    draw();
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(element);
    // The theme is an attribute of the root; the colours are read when drawing.
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      resize.disconnect();
      theme.disconnect();
      chart.dispose();
    };
  }, [props, language, timeZone]);

  return <div ref={frame} style={{ height }} />;
}

function optionOf(
  { label, points, window: stretch, level }: LineWithWindowProps,
  language: string,
  timeZone: string,
): EChartsCoreOption {
  const faint = { color: token("text-faint"), fontSize: 12 };
  const day = (at: number | string) =>
    instantText(new Date(at).toISOString(), timeZone, language, "date");
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily: token("font") },
    grid: { left: 56, right: 16, top: 28, bottom: 28 },
    tooltip: {
      trigger: "axis",
      backgroundColor: token("raised"),
      borderColor: token("line"),
      textStyle: { color: token("text"), fontSize: 13 },
      formatter: (hovered: { dataIndex: number }[]) => {
        const point = points[hovered[0]?.dataIndex ?? 0];
        return point
          ? `${instantText(point.at, timeZone, language)}<br/>${moneyText(point.value, { language })}`
          : "";
      },
    },
    xAxis: {
      type: "time",
      axisLabel: { ...faint, hideOverlap: true, formatter: day },
      axisLine: { lineStyle: { color: token("line-strong") } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: faint,
      splitLine: { lineStyle: { color: token("line") } },
    },
    series: [
      {
        type: "line",
        step: "end",
        symbolSize: 6,
        data: points.map(({ at, value }) => [new Date(at).getTime(), lengthOf(value)]),
        lineStyle: { color: token("accent"), width: 2 },
        itemStyle: { color: token("accent") },
        ...(stretch ? { markArea: areaOf(stretch) } : {}),
        ...(level ? { markLine: levelOf(level) } : {}),
      },
    ],
  };
}

function areaOf({ start, end, label }: NonNullable<LineWithWindowProps["window"]>) {
  return {
    silent: true,
    itemStyle: { color: token("accent-soft"), opacity: 0.6 },
    label: { color: token("text-soft"), position: "insideTop" },
    data: [[{ name: label, xAxis: new Date(start).getTime() }, { xAxis: new Date(end).getTime() }]],
  };
}

function levelOf({ value, label }: NonNullable<LineWithWindowProps["level"]>) {
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: token("warn"), type: "dashed" },
    label: { color: token("warn"), formatter: label, position: "insideStartTop" },
    data: [{ yAxis: lengthOf(value) }],
  };
}

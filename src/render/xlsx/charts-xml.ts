import type { ChartKind, ChartSeries, ChartSpec } from "./chart-spec.ts";
import { pyramidAxes, standardAxes } from "./charts-axes.ts";
import { escapeXml } from "./charts-parts.ts";

/** Blue, ochre, green, violet, grey: told apart in grey print and by those who do not see all colours. */
const colours = ["1F3A5F", "C77C11", "4F9D8A", "8E6BA8", "9AA5B1", "D9B779", "5B8DB8"];
const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** The part of a workbook that draws a chart; its caches hold what the specification gives and nothing else. */
export function chartXml(chart: ChartSpec): string {
  const { kind, series, title } = chart;
  const legend = series.length > 1 || kind === "doughnut" ? legendXml(kind) : "";
  return `<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="D5DAE1"/></a:solidFill></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr></c:chartSpace>`;
}

function legendXml(kind: ChartKind): string {
  return `<c:legend><c:legendPos val="${kind === "doughnut" ? "r" : "b"}"/><c:overlay val="0"/></c:legend>`;
}

function plotXml(chart: ChartSpec): string {
  if (chart.kind === "doughnut") return doughnutXml(chart);
  if (chart.kind === "line") return lineXml(chart);
  if (chart.kind === "pyramid") return pyramidXml(chart);
  const { kind, series } = chart;
  const stacked = kind === "stacked";
  const grouping = stacked ? '<c:grouping val="stacked"/>' : '<c:grouping val="clustered"/>';
  const direction = kind === "bar" ? "bar" : "col";
  return `<c:barChart><c:barDir val="${direction}"/>${grouping}<c:varyColors val="0"/>${seriesXml(chart, 0, series)}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}<c:axId val="1"/><c:axId val="2"/></c:barChart>${standardAxes(chart)}`;
}

function doughnutXml(chart: ChartSpec): string {
  return `<c:doughnutChart><c:varyColors val="1"/>${seriesXml(chart, 0, chart.series)}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`;
}

function lineXml(chart: ChartSpec): string {
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${seriesXml(chart, 0, chart.series)}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${standardAxes(chart)}`;
}

/** Two plots on the same square, each with its own axes; the first runs from the middle to the left. */
function pyramidXml(chart: ChartSpec): string {
  const plot = (series: ChartSeries | undefined, index: number): string =>
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${seriesXml(chart, index, series ? [series] : [])}<c:gapWidth val="25"/><c:axId val="${2 * index + 1}"/><c:axId val="${2 * index + 2}"/></c:barChart>`;
  const [left, right] = chart.series;
  return plot(left, 0) + plot(right, 1) + pyramidAxes(chart);
}

function seriesXml(chart: ChartSpec, first: number, series: readonly ChartSeries[]): string {
  return series.map((one, index) => oneSeries(chart, one, first + index)).join("");
}

/** The order of the elements is the schema's. */
function oneSeries(chart: ChartSpec, { name, range, values }: ChartSeries, index: number): string {
  const { kind, categories, format } = chart;
  const colour = colours[index % colours.length] ?? "";
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const look =
    kind === "line"
      ? `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr>${markerXml(fill)}`
      : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  const looks = kind === "doughnut" ? slices(categories.labels.length) : look;
  const text = categories.labels.map((label, place) => `<c:pt idx="${place}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join("");
  const numbers = values.map((value, place) => (value === null ? "" : `<c:pt idx="${place}"><c:v>${value}</c:v></c:pt>`)).join("");
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>${looks}${labelsXml(chart)}<c:cat><c:strRef><c:f>${escapeXml(categories.range)}</c:f><c:strCache><c:ptCount val="${categories.labels.length}"/>${text}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${numbers}</c:numCache></c:numRef></c:val>${kind === "line" ? '<c:smooth val="0"/>' : ""}</c:ser>`;
}

function markerXml(fill: string): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}</c:spPr></c:marker>`;
}

function slices(count: number): string {
  const slice = (_: unknown, index: number): string =>
    `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="${colours[index % colours.length]}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:dPt>`;
  return Array.from({ length: count }, slice).join("");
}

/** Numbers beside the bars, where there is room for them. */
function labelsXml({ kind, series, format }: ChartSpec): string {
  const crowded = kind === "stacked" || series.length > 2;
  if (crowded) return "";
  const colour =
    kind === "doughnut"
      ? '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'
      : "";
  const position = kind === "doughnut" ? "" : `<c:dLblPos val="${kind === "line" ? "t" : "outEnd"}"/>`;
  return `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${colour}${position}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

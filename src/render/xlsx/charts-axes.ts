import type { ChartSpec } from "./chart-spec.ts";
import { escapeXml } from "./charts-parts.ts";

const line = '<c:spPr><a:ln><a:solidFill><a:srgbClr val="9AA5B1"/></a:solidFill></a:ln></c:spPr>';
const noLine = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";
const grid =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E7EC"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

interface Axis {
  id: number;
  crosses: number;
  position: "b" | "l" | "t" | "r";
  orientation?: "minMax" | "maxMin";
  /** Without labels nor line; a deleted axis loses its scale in LibreOffice. */
  hidden?: true;
}

/** Categories along the foot, or from top to bottom for bars; numbers from zero across. */
export function standardAxes({ kind, unit, format }: ChartSpec): string {
  const isBar = kind === "bar";
  const categories: Axis = { id: 1, crosses: 2, position: isBar ? "l" : "b", orientation: isBar ? "maxMin" : "minMax" };
  // With the categories upside down, « max » puts the numbers at the foot.
  return (
    categoryAxis(categories, "low") +
    valueAxis({ id: 2, crosses: 1, position: isBar ? "b" : "l" }, { unit, format, min: 0 }, isBar ? "max" : "autoZero")
  );
}

/** Both sides have the same scale, from minus to plus the largest value, so that zero is in the middle. */
export function pyramidAxes({ series, unit, format }: ChartSpec): string {
  const largest = rounded(Math.max(1, ...series.flatMap(({ values }) => values).map((value) => value ?? 0)));
  const scale = { format: `${format};${format}`, min: -largest, max: largest, step: largest / 2 };
  const left = valueAxis({ id: 2, crosses: 1, position: "b", orientation: "maxMin" }, { ...scale, unit }, "autoZero");
  const right = valueAxis({ id: 4, crosses: 3, position: "t", hidden: true }, { ...scale, unit: undefined }, "max");
  return `${categoryAxis({ id: 1, crosses: 2, position: "l" }, "high")}${left}${categoryAxis({ id: 3, crosses: 4, position: "l", hidden: true }, "low")}${right}`;
}

/** The next of 2, 4, 10, 20, 40, 100… */
function rounded(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 4, 10].map((step) => step * power).find((bound) => bound >= largest && bound >= 2) ?? largest;
}

function categoryAxis(axis: Axis, labels: "low" | "high"): string {
  return `<c:catAx>${head(axis, "")}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${axis.hidden ? "none" : labels}"/>${axis.hidden ? noLine : line}<c:crossAx val="${axis.crosses}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

interface Scale {
  unit: string | undefined;
  format: string;
  min: number;
  max?: number;
  step?: number;
}

function valueAxis(axis: Axis, { unit, format, step, ...bounds }: Scale, crosses: "autoZero" | "max"): string {
  const title =
    unit === undefined
      ? ""
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="900" b="0"/><a:t>${escapeXml(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const major = step === undefined ? "" : `<c:majorUnit val="${step}"/>`;
  return `<c:valAx>${head(axis, (axis.hidden ? "" : grid) + title, bounds)}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${axis.hidden ? "none" : "nextTo"}"/>${noLine}<c:crossAx val="${axis.crosses}"/><c:crosses val="${crosses}"/><c:crossBetween val="between"/>${major}</c:valAx>`;
}

function head({ id, orientation = "minMax", position }: Axis, after: string, { min, max }: { min?: number; max?: number } = {}): string {
  const bounds = (max === undefined ? "" : `<c:max val="${max}"/>`) + (min === undefined ? "" : `<c:min val="${min}"/>`);
  return `<c:axId val="${id}"/><c:scaling><c:orientation val="${orientation}"/>${bounds}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${after}`;
}

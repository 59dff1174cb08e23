import type { ChartSpec, Place } from "./chart-spec.ts";

/** The XML files of a workbook, by their path in the zip. */
export type Parts = Map<string, string>;

const MAIN = "http://schemas.openxmlformats.org";
const RELATIONS = `${MAIN}/officeDocument/2006/relationships`;
const DRAWING = `${MAIN}/drawingml/2006`;
const TYPES = "application/vnd.openxmlformats-officedocument";

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

/** The file of each sheet, by its title. */
export function sheetPaths(parts: Parts): Map<string, string> {
  const targets = new Map(relationsOf(parts, "xl/workbook.xml").map(({ id, target }) => [id, target]));
  const sheets = elements(textOf(parts, "xl/workbook.xml"), "sheet");
  return new Map(sheets.map((sheet) => [unescapeXml(attribute(sheet, "name")), targets.get(attribute(sheet, "r:id")) ?? ""]));
}

/** The drawing of a sheet, made when it has none. */
export function drawingOf(parts: Parts, sheet: string): string {
  const existing = relationsOf(parts, sheet).find(({ type }) => type === `${RELATIONS}/drawing`);
  if (existing !== undefined) return existing.target;
  const path = freePath(parts, "xl/drawings/drawing");
  addPart(parts, path, `${TYPES}.drawing+xml`, `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"></xdr:wsDr>`);
  const id = relate(parts, sheet, "drawing", path);
  parts.set(sheet, withDrawing(textOf(parts, sheet), `<drawing xmlns:r="${RELATIONS}" r:id="${id}"/>`));
  return path;
}

/** Its place is fixed by the schema: after the page set-up, before what only this list may follow; Excel repairs files that differ. */
function withDrawing(xml: string, drawing: string): string {
  // A rule of conditional formatting may hold an extLst of its own, so that the search begins behind all of them.
  const from = Math.max(...["</sheetData>", "</conditionalFormatting>", "<pageMargins"].map((mark) => xml.lastIndexOf(mark)));
  const next = ["<legacyDrawing", "<picture", "<oleObjects", "<controls", "<tableParts", "<extLst", "</worksheet>"]
    .map((mark) => xml.indexOf(mark, from))
    .filter((at) => at > 0);
  const at = Math.min(...next);
  return xml.slice(0, at) + drawing + xml.slice(at);
}

/** Adds a chart to the workbook, tied to nothing yet. */
export function addChartPart(parts: Parts, xml: string): string {
  const path = freePath(parts, "xl/charts/chart");
  addPart(parts, path, `${TYPES}.drawingml.chart+xml`, xml);
  return path;
}

/** Places a chart on a drawing. */
export function addAnchor(parts: Parts, drawing: string, { from, to, title, description }: ChartSpec, chart: string): void {
  const xml = textOf(parts, drawing);
  const id = Math.max(1, ...elements(xml, "xdr:cNvPr").map((one) => Number(attribute(one, "id")))) + 1;
  const place = ({ row, column }: Place): string =>
    `<xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  const uri = `${DRAWING}/chart`;
  const relation = relate(parts, drawing, "chart", chart);
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${uri}"><c:chart xmlns:c="${uri}" xmlns:r="${RELATIONS}" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const anchor = `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${place(from)}</xdr:from><xdr:to>${place(to)}</xdr:to>${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
  // A drawing without content may be written as one empty element.
  const open = xml.replace(/(<xdr:wsDr[^>]*)\/>/, "$1></xdr:wsDr>");
  parts.set(
    drawing,
    open.replace("</xdr:wsDr>", () => `${anchor}</xdr:wsDr>`),
  );
}

function addPart(parts: Parts, path: string, type: string, xml: string): void {
  parts.set(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
  const types = "[Content_Types].xml";
  parts.set(types, textOf(parts, types).replace("</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`));
}

function freePath(parts: Parts, stem: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) number += 1;
  return `${stem}${number}.xml`;
}

interface Relation {
  id: string;
  type: string;
  /** A path in the zip. */
  target: string;
}

function relationsPath(part: string): string {
  return part.replace(/[^/]+$/, (file) => `_rels/${file}.rels`);
}

function relationsOf(parts: Parts, part: string): Relation[] {
  const folder = new URL(part, "zip:///");
  return elements(parts.get(relationsPath(part)) ?? "", "Relationship").map((one) => ({
    id: attribute(one, "Id"),
    type: attribute(one, "Type"),
    target: new URL(attribute(one, "Target"), folder).pathname.slice(1),
  }));
}

/** Ties two parts, and gives the id of the tie. */
function relate(parts: Parts, part: string, type: string, target: string): string {
  const known = new Set(relationsOf(parts, part).map(({ id }) => id));
  let number = 1;
  while (known.has(`rId${number}`)) number += 1;
  const relation = `<Relationship Id="rId${number}" Type="${RELATIONS}/${type}" Target="/${target}"/>`;
  const path = relationsPath(part);
  const xml =
    parts.get(path) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${MAIN}/package/2006/relationships"></Relationships>`;
  parts.set(path, xml.replace("</Relationships>", `${relation}</Relationships>`));
  return `rId${number}`;
}

function textOf(parts: Parts, path: string): string {
  const text = parts.get(path);
  if (text === undefined) throw new RangeError(`workbook without ${path}`);
  return text;
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\s[^>]*>`, "g")) ?? [];
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "";
}

import type { Harmless } from "../texts.ts";
import { isLineEnd, readXml } from "../xml.ts";
import { FORMAT, formOf, tagFaults } from "./form.ts";

const WORKBOOK = formOf(String.raw`
  workbook mc:Ignorable=x15
  fileVersion appName lastEdited=5 lowestEdited=5 rupBuild=9303
  workbookPr defaultThemeVersion=164011 filterPrivacy=1
  sheets
  sheet sheetId=.* name state=visible r:id=rId\d\d?
  definedNames
  definedName name localSheetId=.*
  calcPr calcId=171027
`);

/** The sheets in their order; none is hidden, and no name says more than where titles and lists stand. */
export function workbookOf(xml: string): { names: string[]; faults: string[] } {
  const [names, faults]: [string[], string[]] = [[], []];
  let defined: Readonly<Record<string, string>> = {};
  readXml(xml, {
    open: (tag) => {
      const { name, attributes } = tag;
      faults.push(...tagFaults(WORKBOOK, tag));
      if (name === "sheet") names.push(attributes.name ?? "");
      if (name === "sheet" && attributes.sheetId !== String(names.length)) faults.push(`feuille ${attributes.sheetId}`);
      if (name === "definedName") defined = attributes;
    },
    text: (text, parent) => {
      const [, sheet, at] = /^'([^']+)'!(.+)$/.exec(text) ?? [];
      const isKnown = sheet !== undefined && sheet === names[Number(defined.localSheetId)];
      const isPlace = defined.name === "_xlnm.Print_Titles" && isKnown && /^\$1:\$[45]$/.test(at ?? "");
      if (!isPlace && !isLineEnd(text, parent)) faults.push(`nom ${defined.name} : ${text}`);
    },
  });
  return { names, faults };
}

const STYLES = formOf(String.raw`
  styleSheet mc:Ignorable=x14ac\sx16r2
  numFmts count=.*
  numFmt numFmtId=16[4-7] formatCode=.*
  fonts count=.* x14ac:knownFonts=1
  font
  b
  i
  color theme=1 rgb=FF(1F3A5F|5F6B7A|FFFFFF|B8C0CA)
  family val=2
  scheme val
  sz val=9|1[0126]
  name val
  fills count=.*
  fill
  patternFill patternType=none|gray125|solid
  fgColor rgb=FF(1F3A5F|DCE5F0|F1F4F8)
  borders count=.*
  border
  left
  right
  top
  bottom style
  diagonal
  cellStyleXfs count=.*
  cellXfs count=.*
  xf numFmtId=0|16[4-7] fontId=\d fillId=[0-4] borderId=[012] xfId=0 applyFont=1 applyAlignment=1 applyBorder=1 applyNumberFormat=1 applyFill=1
  alignment vertical horizontal wrapText=1 indent=1
  cellStyles count=.*
  cellStyle name xfId=0 builtinId=0
  dxfs count=0
  tableStyles count=0 defaultTableStyle=TableStyleMedium2 defaultPivotStyle=PivotStyleLight16
  extLst
  ext uri=\{(EB79DEF2-80B8-43e5-95BD-54CBDDF9020C|9260A510-F301-46a8-8635-F512D64BE5F5)\}
  x14:slicerStyles defaultSlicerStyle=SlicerStyleLight1
  x15:timelineStyles defaultTimelineStyle=TimeSlicerStyleLight1
`);

/** How cells look: nothing that the looks of all workbooks do not have, and as many of each as is said. */
export function styleFaults(xml: string): string[] {
  const faults: string[] = [];
  const path: { name: string; count: string | undefined; held: number }[] = [];
  readXml(xml, {
    open: (tag) => {
      const { count, formatCode = "[$-40C]#,##0" } = tag.attributes;
      faults.push(...tagFaults(STYLES, tag), ...(FORMAT.test(formatCode) ? [] : [`format ${formatCode}`]));
      const holder = path.at(-1);
      if (holder !== undefined) holder.held += 1;
      path.push({ name: tag.name, count, held: 0 });
    },
    text: (text, parent) => faults.push(...(isLineEnd(text, parent) ? [] : [text])),
    close: () => {
      const { name, count, held } = path.pop() ?? { name: "", held: 0 };
      if (count !== undefined && count !== String(held)) faults.push(`${name}, ${count} au lieu de ${held}`);
    },
  });
  return faults.map((fault) => `styles : ${fault}`);
}

const PROPERTIES = formOf(`
  Properties
  Application
  DocSecurity
  ScaleCrop
  HeadingPairs
  TitlesOfParts
  vt:vector size=.* baseType
  vt:variant
  vt:lpstr
  vt:i4
  Company
  Manager
  LinksUpToDate
  SharedDoc
  HyperlinksChanged
  AppVersion
  cp:coreProperties
  dc:creator
  dc:title
  dc:subject
  dc:description
  cp:keywords
  cp:category
  cp:lastModifiedBy
  dcterms:created xsi:type=dcterms:W3CDTF
  dcterms:modified xsi:type=dcterms:W3CDTF
`);

/** What a workbook says of itself: known texts, how many sheets it has, the day it was made. */
export function propertyFaults(xml: string, sheets: number, harmless: Harmless): string[] {
  const faults: string[] = [];
  const own: Readonly<Record<string, string>> = { "vt:i4": String(sheets), AppVersion: "16.0300", DocSecurity: "0" };
  const isDay = (parent: string, text: string): boolean => parent.startsWith("dcterms:") && /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(text);
  readXml(xml, {
    open: (tag) => {
      const { size = "2" } = tag.attributes;
      faults.push(...tagFaults(PROPERTIES, tag), ...(size === "2" || size === String(sheets) ? [] : [`${size} feuilles`]));
    },
    text: (text, parent) => {
      if (own[parent] !== text && !isDay(parent, text) && !harmless(text)) faults.push(`${parent} : ${text}`);
    },
  });
  return faults.map((fault) => `propriétés : ${fault}`);
}

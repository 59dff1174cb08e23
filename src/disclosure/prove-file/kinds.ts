import { readXml } from "./xml.ts";

/**
 * All that a file for the public is made of: the parts of a workbook and the page, each with the elements that it may have. No formula,
 * comment, rule, link, embedded file, script or form is among them. How things look is not: that is for who writes to say.
 */
const KINDS: readonly [part: RegExp, elements?: string][] = [
  [/^\[Content_Types\]\.xml$/, "Types Default Override"],
  [/^(_rels\/|xl\/_rels\/workbook\.xml|xl\/(worksheets|drawings)\/_rels\/[a-z]+\d+\.xml)\.rels$/, "Relationships Relationship"],
  [
    /^docProps\/app\.xml$/,
    `Properties Application DocSecurity ScaleCrop HeadingPairs TitlesOfParts vt:vector vt:variant vt:lpstr vt:i4
    Company Manager LinksUpToDate SharedDoc HyperlinksChanged AppVersion`,
  ],
  [
    /^docProps\/core\.xml$/,
    `cp:coreProperties dc:creator dc:title dc:subject dc:description cp:keywords cp:category cp:lastModifiedBy
    dcterms:created dcterms:modified`,
  ],
  [/^xl\/workbook\.xml$/, "workbook fileVersion workbookPr sheets sheet definedNames definedName calcPr"],
  [/^xl\/sharedStrings\.xml$/, "sst si t"],
  [/^xl\/(styles|theme\/theme\d+)\.xml$/],
  [
    /^xl\/worksheets\/sheet\d+\.xml$/,
    `worksheet sheetPr pageSetUpPr dimension sheetViews sheetView pane selection sheetFormatPr cols col
    sheetData row c v autoFilter mergeCells mergeCell pageMargins pageSetup headerFooter oddFooter rowBreaks brk drawing`,
  ],
  [
    /^xl\/drawings\/drawing\d+\.xml$/,
    `xdr:wsDr xdr:twoCellAnchor xdr:from xdr:to xdr:col xdr:colOff xdr:row xdr:rowOff xdr:graphicFrame
    xdr:nvGraphicFramePr xdr:cNvPr xdr:cNvGraphicFramePr xdr:xfrm xdr:clientData a:off a:ext a:graphic a:graphicData c:chart`,
  ],
  [
    /^xl\/charts\/chart\d+\.xml$/,
    `c:chartSpace c:roundedCorners c:chart c:title c:tx c:rich c:overlay c:autoTitleDeleted c:plotArea
    c:layout c:barChart c:lineChart c:doughnutChart c:barDir c:grouping c:varyColors c:ser c:dPt c:idx c:order c:bubble3D c:spPr c:txPr
    c:invertIfNegative c:marker c:symbol c:size c:smooth c:dLbls c:dLblPos c:numFmt c:showLegendKey c:showVal c:showCatName c:showSerName
    c:showPercent c:showBubbleSize c:cat c:val c:strRef c:numRef c:f c:strCache c:numCache c:formatCode c:ptCount c:pt c:v c:gapWidth
    c:axId c:catAx c:valAx c:scaling c:orientation c:min c:max c:majorUnit c:delete c:axPos c:majorGridlines c:majorTickMark
    c:minorTickMark c:tickLblPos c:crossAx c:crosses c:crossBetween c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl c:firstSliceAng
    c:holeSize c:legend c:legendPos c:plotVisOnly c:dispBlanksAs a:bodyPr a:p a:pPr a:defRPr a:r a:rPr a:t a:endParaRPr a:solidFill
    a:srgbClr a:ln a:noFill`,
  ],
  [
    /^page$/,
    `html head meta title style body header nav main section footer h1 h2 h3 p a ul li div dl dt dd figure figcaption details
    summary table caption thead tbody tr th td span abbr svg rect text tspan line polyline circle path`,
  ],
];

const NOTHING = /(?!)/;
const ELSEWHERE = /url\(|@import/;

/** What attributes may say that could hide something, or fetch it elsewhere: nothing is hidden, and nothing is elsewhere. */
const SAYS: Readonly<Record<string, RegExp>> = {
  hidden: NOTHING,
  TargetMode: NOTHING,
  src: NOTHING,
  "http-equiv": NOTHING,
  href: /^#/,
  state: /^(visible|frozen)$/,
  "c t": /^s$/,
  "definedName name": /^_xlnm\.Print_Titles$/,
};

/** What a part has that no file for the public may have, be it in every file that its writer makes. */
export function kindFaults(part: string, xml: string): string[] {
  const [kind, elements] = KINDS.find(([name]) => name.test(part)) ?? [];
  if (kind === undefined) return ["partie de trop"];
  const known = new Set(elements?.split(/\s+/));
  const faults: string[] = [];
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === "!") faults.push("ce qui n'est ni un élément ni un texte");
      else if (elements !== undefined && !known.has(name)) faults.push(`élément ${name}`);
      for (const [attribute, value] of Object.entries(attributes)) {
        const says = SAYS[`${name} ${attribute}`] ?? SAYS[attribute];
        if (says?.test(value) === false || /^on/.test(attribute) || ELSEWHERE.test(value))
          faults.push(`${name}, attribut ${attribute} : ${value}`);
      }
    },
    text: (text, parent) => {
      if (parent === "style" && ELSEWHERE.test(text)) faults.push("style venu d'ailleurs");
    },
  });
  return faults;
}

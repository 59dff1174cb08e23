import { formOf } from "./form.ts";

/** What draws a chart: colours and sizes that all have, and what is read against the cells that it points at. */
export const CHART = formOf(`
  c:chartSpace
  c:roundedCorners val=0
  c:chart
  c:title
  c:tx
  c:rich
  a:bodyPr
  a:p
  a:pPr
  a:defRPr sz=900|1200 b=[01]
  a:r
  a:rPr lang sz=900|1200 b=[01]
  a:t
  a:endParaRPr lang
  c:overlay val=0
  c:autoTitleDeleted val=0
  c:plotArea
  c:layout
  c:barChart
  c:lineChart
  c:doughnutChart
  c:barDir val
  c:grouping val
  c:varyColors val=[01]
  c:ser
  c:dPt
  c:idx val=.*
  c:order val=.*
  c:bubble3D val=0
  c:spPr
  a:solidFill
  a:srgbClr val=1F3A5F|C77C11|4F9D8A|8E6BA8|9AA5B1|D9B779|5B8DB8|E3E7EC|FFFFFF|D5DAE1
  a:ln w=6350|28575
  a:noFill
  c:invertIfNegative val=0
  c:marker val=1
  c:symbol val
  c:size val=6
  c:smooth val=0
  c:dLbls
  c:dLblPos val
  c:numFmt formatCode=.* sourceLinked=0
  c:showLegendKey val=0
  c:showVal val=1
  c:showCatName val=0
  c:showSerName val=0
  c:showPercent val=0
  c:showBubbleSize val=0
  c:cat
  c:val
  c:strRef
  c:numRef
  c:f
  c:strCache
  c:numCache
  c:formatCode
  c:ptCount val=.*
  c:pt idx=.*
  c:v
  c:gapWidth val=25|60
  c:axId val=[1-4]
  c:catAx
  c:valAx
  c:scaling
  c:orientation val
  c:min val=.*
  c:max val=.*
  c:majorUnit val=.*
  c:delete val=0
  c:axPos val
  c:majorGridlines
  c:majorTickMark val
  c:minorTickMark val
  c:tickLblPos val
  c:crossAx val=[1-4]
  c:crosses val
  c:crossBetween val
  c:auto val=1
  c:lblAlgn val
  c:lblOffset val=100
  c:noMultiLvlLbl val=1
  c:firstSliceAng val=0
  c:holeSize val=55
  c:legend
  c:legendPos val
  c:plotVisOnly val=1
  c:dispBlanksAs val
  c:txPr
`);

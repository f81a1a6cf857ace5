/**
 * The part of an office file that is a chart (ISO/IEC 29500-1, 21.2), over a sheet in which its
 * figures stand, a column a series. Programs let its reader edit both.
 */
import { isEstimate } from '@/units/figure-kind';
import { escapeMarkup } from '@/units/xml-text';
import type { Sheet } from '../formats/workbook';
import type { OfficeChart, OfficeSeries } from './office-chart';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Name of the sheet that charts read. */
const CHART_SHEET = 'Chart';

/** The figures of a chart as the sheet that it reads. */
export function toChartSheet({ categoryLabel, categories, series }: OfficeChart): Sheet {
  return {
    name: CHART_SHEET,
    widths: [16, ...series.map(({ name }) => Math.max(12, Math.min(40, name.length + 2)))],
    frozen: 1,
    rows: [
      { cells: [categoryLabel, ...series.map(({ name }) => name)], isHead: true },
      ...categories.map((category, at) => ({
        cells: [category, ...series.map(({ values }) => values[at] ?? null)],
      })),
    ],
  };
}

/** `workbook` is the relationship to the embedded workbook; null in a workbook itself. */
export function writeChartPart(
  chart: OfficeChart,
  { workbook }: { workbook: string | null },
): string {
  const { type } = chart;
  const isBars = type === 'bars';
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>' +
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>' +
    writePlot(chart) +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isBars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line('D0D0D0')}${text(1000)}<c:crossAx val="2"/>` +
    `<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${isBars ? '' : skip(chart.categories.length)}<c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling>${chart.isLog ? '<c:logBase val="10"/>' : ''}<c:orientation val="minMax"/>` +
    `${chart.max === null ? '' : `<c:max val="${chart.max}"/>`}${chart.min === null ? '' : `<c:min val="${chart.min}"/>`}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isBars ? 't' : 'l'}"/><c:majorGridlines>${line('E4E4E4')}</c:majorGridlines>` +
    `<c:numFmt formatCode="${escapeMarkup(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="${isBars ? 'high' : 'nextTo'}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(1000)}<c:crossAx val="1"/>` +
    `<c:crosses val="${isBars ? 'max' : 'autoZero'}"/><c:crossBetween val="${type === 'lines' || type === 'stacked-areas' ? 'midCat' : 'between'}"/></c:valAx>` +
    '<c:spPr><a:noFill/></c:spPr></c:plotArea>' +
    (chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(1100)}</c:legend>`
      : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>` +
    (workbook
      ? `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData>`
      : '') +
    '</c:chartSpace>'
  );
}

const text = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
const line = (color: string) =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;

/**
 * Labels that would stand on each other are left out, evenly, in steps by which the same
 * quarters of years stay. LibreOffice turns and drops labels by its own rule.
 */
const skip = (count: number) => {
  const least = Math.ceil(count / MOST_LABELS);
  return least > 1 ? `<c:tickLblSkip val="${STEPS.find((step) => step >= least) ?? least}"/>` : '';
};
const MOST_LABELS = 14;
const STEPS = [2, 4, 8, 12, 24, 48];

function writePlot({ type, series, categories }: OfficeChart): string {
  const all = series.map((one, index) => writeSeries(one, index, { type, categories })).join('');
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const varied = '<c:varyColors val="0"/>';
  switch (type) {
    case 'lines':
      return `<c:lineChart><c:grouping val="standard"/>${varied}${all}<c:marker val="1"/>${axes}</c:lineChart>`;
    case 'stacked-areas':
      return `<c:areaChart><c:grouping val="stacked"/>${varied}${all}${axes}</c:areaChart>`;
    case 'columns':
      return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${varied}${all}<c:gapWidth val="40"/>${axes}</c:barChart>`;
    case 'stacked-columns':
      return `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>${varied}${all}<c:gapWidth val="40"/><c:overlap val="100"/>${axes}</c:barChart>`;
    case 'bars':
      return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>${varied}${all}<c:gapWidth val="40"/>${axes}</c:barChart>`;
  }
}

function writeSeries(
  series: OfficeSeries,
  index: number,
  { type, categories }: Pick<OfficeChart, 'type' | 'categories'>,
): string {
  const column = toColumnName(index + 1);
  const last = categories.length + 1;
  const { name, color, values } = series;
  const isLine = type === 'lines';
  const shape = isLine
    ? `<c:spPr><a:ln w="25400" cap="rnd">${fill(color)}<a:round/></a:ln></c:spPr>`
    : `<c:spPr>${fill(color)}</c:spPr>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx>${strings(`${CHART_SHEET}!$${column}$1`, [name])}</c:tx>${shape}` +
    (isLine
      ? marker(color, 'FFFFFF')
      : type === 'stacked-areas'
        ? ''
        : '<c:invertIfNegative val="0"/>') +
    (type === 'stacked-areas' ? '' : writePoints(series, type)) +
    (type === 'stacked-areas' || type === 'stacked-columns' ? '' : writeRanges(series, type)) +
    `<c:cat>${strings(`${CHART_SHEET}!$A$2:$A$${last}`, categories)}</c:cat>` +
    `<c:val>${numbers(`${CHART_SHEET}!$${column}$2:$${column}$${last}`, values)}</c:val>` +
    (isLine ? '<c:smooth val="0"/>' : '') +
    '</c:ser>'
  );
}

const fill = (color: string, alpha = 100) =>
  `<a:solidFill><a:srgbClr val="${color}">${alpha < 100 ? `<a:alpha val="${alpha * 1000}"/>` : ''}</a:srgbClr></a:solidFill>`;
const marker = (color: string, inside: string) =>
  `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(inside)}<a:ln w="12700">${fill(color)}</a:ln></c:spPr></c:marker>`;

/** Projections are dashed or lighter, estimates hollow, as on pages. */
function writePoints(
  { kinds, color, colors, values }: OfficeSeries,
  type: OfficeChart['type'],
): string {
  return kinds
    .map((kind, at) => {
      if (kind === null || values[at] === null) return '';
      const own = colors?.[at] ?? color;
      const isProjected = kind === 'projection';
      if (type === 'lines') {
        // The marker of the series is that of an estimate.
        if (isEstimate(kind)) return '';
        const dash = isProjected
          ? `<c:spPr><a:ln w="19050">${fill(own)}<a:prstDash val="sysDash"/></a:ln></c:spPr>`
          : '';
        return `<c:dPt><c:idx val="${at}"/>${marker(own, isProjected ? 'FFFFFF' : own)}<c:bubble3D val="0"/>${dash}</c:dPt>`;
      }
      if (!isProjected && own === color) return '';
      return `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(own, isProjected ? 45 : 100)}</c:spPr></c:dPt>`;
    })
    .join('');
}

/** Ranges as error bars: from each figure down to its low and up to its high. */
function writeRanges({ values, lows, highs }: OfficeSeries, type: OfficeChart['type']): string {
  const away = (ends: readonly (number | null)[]) =>
    values.map((value, at) => {
      const end = ends[at] ?? null;
      return value === null || end === null ? 0 : Math.abs(end - value);
    });
  if (![...lows, ...highs].some((end) => end !== null)) return '';
  const literal = (list: readonly number[]) =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${list.length}"/>${list
      .map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)
      .join('')}</c:numLit>`;
  return (
    `<c:errBars>${type === 'lines' ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>` +
    `<c:plus>${literal(away(highs))}</c:plus><c:minus>${literal(away(lows))}</c:minus>` +
    `<c:spPr><a:ln w="12700">${fill('606060')}</a:ln></c:spPr></c:errBars>`
  );
}

const strings = (formula: string, values: readonly string[]) =>
  `<c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="${values.length}"/>${values
    .map((value, at) => `<c:pt idx="${at}"><c:v>${escapeMarkup(value)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef>`;

/** A missing figure has no point, and no zero. */
const numbers = (formula: string, values: readonly (number | null)[]) =>
  `<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('')}</c:numCache></c:numRef>`;

function toColumnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : toColumnName(Math.floor(at / 26) - 1) + letter;
}

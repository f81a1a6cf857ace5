/**
 * Rows as an Excel workbook: typed numbers and dates, the header frozen, a native chart where
 * there is a picture that Excel has one for, and a sheet that says what the columns mean and
 * where the figures come from.
 */
import { formatPeriod } from '@/units/period';
import { toCitation } from '../citation';
import type { Render } from '../format';
import { LICENSE } from '../metadata';
import { toChartSheet, writeChartPart } from '../office/chart-part';
import { toOfficeChart } from '../office/office-chart';
import { listFreshnessLines, type Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { writeArchive } from './archive';
import { listWorkbookMembers, type Sheet, type SheetRow, toTableSheet } from './workbook';

export const renderXlsx: Render = async (publication) => {
  const day = publication.snapshot.collected_on;
  const [picture] = publication.pictures;
  const chart = picture && toOfficeChart(picture.model).chart;
  const sheets = [
    toTableSheet('Figures', publication.table),
    ...(chart
      ? [{ ...toChartSheet(chart), chart: writeChartPart(chart, { workbook: null }) }]
      : []),
    toAbout(publication),
  ];
  return { body: writeArchive(listWorkbookMembers(sheets, day, publication.title), day) };
};

function toAbout(publication: Publication): Sheet {
  const { title, description, href, asOf, snapshot, credits, sources, table } = publication;
  const row = (...cells: (string | null)[]): SheetRow => ({ cells });
  const head = (...cells: string[]): SheetRow => ({ cells, isHead: true });
  return {
    name: 'About',
    widths: [28, 70, 40, 16],
    frozen: 1,
    rows: [
      head(title),
      ...description.map((paragraph) => row('', paragraph)),
      row('Address', `${toSiteOrigin()}${href}`),
      row('Data as of', formatPeriod(asOf)),
      ...listFreshnessLines(publication).map((line) => row('Series', line)),
      row('Snapshot', `${snapshot.id}, collected ${snapshot.collected_on}`),
      row('License', `${LICENSE.name}, ${LICENSE.address}`),
      row('Credit', credits.join('; ')),
      row('Cite as', toCitation(publication)),
      row(),
      head('Column', 'Meaning', 'Unit', 'Type'),
      ...table.columns.map(({ id, meaning, unit, type }) => row(id, meaning, unit, type)),
      row(),
      head('Source', 'Title', 'Read at', 'Published', 'Address', 'Origin', 'Grade'),
      ...sources.map(({ source, title, publisher, published_on, url, origin, grade }) =>
        row(source, title, publisher, published_on, url, origin, grade),
      ),
    ],
  };
}

/** The tools, in the order in which an assistant reads them. */
import { getChart, renderChart } from './chart-tools';
import { getEvidenceOfFigure, queryDataset } from './dataset-tools';
import { compareOrganizations } from './organization-tools';
import { search } from './search-tool';
import type { Tool } from './tool';

export const tools: readonly Tool[] = [
  search,
  getChart,
  compareOrganizations,
  getEvidenceOfFigure,
  queryDataset,
  renderChart,
];

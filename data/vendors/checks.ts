/** Promises between companies and groups. */
import { defineCheck } from '../checks/define-check';
import type { Check } from '../contract';
import { vendorColors } from './colors';

export const parentsAreCompanies = defineCheck(
  {
    name: 'parents-are-companies',
    explanation: 'Only a company has a parent, and the parent is another company.',
  },
  {
    sql: `SELECT v.rowid AS line, v.parent AS found
      FROM vendors v JOIN vendors p ON p.vendor = v.parent
      WHERE v.level <> 'company' OR p.level <> 'company' OR v.vendor = v.parent`,
    column: 'parent',
    says: 'this is not another company that owns the vendor',
    advice: 'Name the owning company, or leave the cell blank.',
  },
);

export const companiesAreGatheredInGroups = defineCheck(
  {
    name: 'companies-are-gathered-in-groups',
    explanation: 'Only a company is gathered, and only in a group.',
  },
  {
    sql: `SELECT v.rowid AS line, v.gathered_in AS found
      FROM vendors v JOIN vendors g ON g.vendor = v.gathered_in
      WHERE v.level <> 'company' OR g.level <> 'group'`,
    column: 'gathered_in',
    says: 'this is no group that holds a company',
    advice: 'Name a row of level group, or leave the cell blank.',
  },
);

export const companiesHaveColors: Check = {
  name: 'companies-have-colors',
  explanation: 'A company is never gray, the color of what no source names.',
  find: (tables) => {
    const companies = tables.all<{ line: number; vendor: string; color: string }>(
      `SELECT rowid AS line, vendor, color FROM vendors WHERE level = 'company' ORDER BY rowid`,
    );
    const count = (color: string) => companies.filter((one) => one.color === color).length;
    const leastUsed = Object.keys(vendorColors)
      .filter((color) => color !== GRAY)
      .toSorted((a, b) => count(a) - count(b))
      .slice(0, 3);
    return companies
      .filter(({ color }) => color === GRAY)
      .map(({ line, vendor, color }) => ({
        line,
        column: 'color',
        found: color,
        says: `the company "${vendor}" would be gray, like what no source names`,
        advice: `Give it another color; least used so far: ${leastUsed.join(', ')}.`,
      }));
  },
};

const GRAY = 'other' satisfies keyof typeof vendorColors;

/**
 * What is taken of Tremor. Its components are imported here alone, so that what the site
 * rests on can be read off, and replaced, in one place.
 */
export {
  Badge,
  Callout,
  Card,
  List,
  ListItem,
  TableBody,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '@tremor/react';

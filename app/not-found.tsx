/** As Next shows it by itself; the server in front asks `/missing`, which names what is near. */
import type { Metadata } from 'next';
import { MissingWords } from './missing/missing-words';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return <MissingWords />;
}

export const dynamic = 'force-dynamic';

export default function Overview() {
  return <h1>AI Hardware Tracker</h1>;
}

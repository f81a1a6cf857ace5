/** How an AI assistant is told of the tracker, and what it can ask. */
import { tools } from '@/exports/mcp/tools';
import { toSiteOrigin } from '@/exports/site';
import { PageSection } from '../../_ui/headings';

export function Assistants() {
  const address = `${toSiteOrigin()}/mcp`;
  return (
    <PageSection
      id="mcp"
      title="AI assistants"
      lead="Assistants that know the Model Context Protocol find and quote our figures by themselves: add the address below to yours as a connector or MCP server of the kind HTTP, without a key."
    >
      <p className="mt-2 wrap-anywhere">
        <code>{address}</code>
      </p>
      <ul className="mt-2 grid max-w-[70ch] list-disc gap-2 pl-5">
        <li>Claude: Settings, Connectors, Add custom connector.</li>
        <li>ChatGPT: Settings, Connectors, developer mode, Create.</li>
        <li className="wrap-anywhere">
          Claude Code: <code>claude mcp add --transport http ai-hardware-tracker {address}</code>
        </li>
      </ul>
      <p className="mt-2 max-w-[70ch]">
        They can use {tools.length} tools, which only read. Each answer names its sources, how firm
        each figure is, and a fixed link to quote.
      </p>
      <dl className="mt-2 grid gap-1 text-sm">
        {tools.map(({ name, title }) => (
          <div key={name}>
            <dt className="inline">
              <code>{name}</code>:
            </dt>{' '}
            <dd className="inline">{title}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

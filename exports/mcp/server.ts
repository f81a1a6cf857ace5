/**
 * `/mcp`: the tracker for AI assistants, by the Model Context Protocol over streamable HTTP.
 * Nothing is kept between two messages: each gets a server of its own, which only reads.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { shorten } from '@/address/word-problem';
import { datasets } from '@/data/datasets';
import { suggest } from '@/data/suggest';
import { toSiteOrigin } from '../site';
import { askFile } from './ask';
import { MOST_BYTES } from './message';
import { type Context, Refused, readArguments, type Tool, toInputSchema } from './tool';
import { tools } from './tools';

export async function answerMessage(request: Request, context: Context): Promise<Response> {
  const server = new Server(
    {
      name: 'ai-hardware-tracker',
      title: 'AI Hardware Tracker',
      version: context.tracker.snapshot.id,
      websiteUrl: toSiteOrigin(),
    },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describe) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    call(params.name, params.arguments ?? {}, context),
  );
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: listResources() }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => read(params.uri, context));
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: MOST_BYTES,
  });
  await server.connect(transport);
  return transport.handleRequest(request);
}

const INSTRUCTIONS = `Figures of the AI-hardware market, each with its source: market share, shipments, AI papers by chip, who holds how many accelerators, data centers, vendors’ revenue, prices, chips, export controls, timeline.
Begin with search; go on with get_chart, compare_organizations or query_dataset; check a figure with get_evidence.
Say of each figure how firm it is (its kind: measured, derived, statement, estimate, modeled, projection), of what date it is and whose it is, and give its range where it has one. null means unknown, never zero. Never add figures of different lists, markets or editions. Quote the permalink, which keeps these figures, and the citation; the data are CC BY 4.0.`;

function describe(tool: Tool) {
  const { name, title, description, output } = tool;
  return {
    name,
    title,
    description,
    inputSchema: toInputSchema(tool),
    outputSchema: { ...output, type: 'object' as const },
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  };
}

async function call(
  name: string,
  given: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<CallToolResult> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) {
    const names = tools.map((one) => one.name);
    const near = suggest(name, names);
    const words = near === null ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`;
    throw new McpError(ErrorCode.InvalidParams, `No tool “${shorten(name)}”. ${words}`);
  }
  try {
    const asked = readArguments(tool, given);
    const { structured, png } = await inTime(tool.answer(asked, context));
    const text = { type: 'text' as const, text: JSON.stringify(structured) };
    const picture = png && {
      type: 'image' as const,
      data: Buffer.from(png).toString('base64'),
      mimeType: 'image/png',
    };
    return { content: picture ? [picture, text] : [text], structuredContent: { ...structured } };
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error);
    const text =
      error instanceof Refused
        ? error.message
        : 'Something went wrong on our side. Try again in a minute.';
    return { content: [{ type: 'text', text }], isError: true };
  }
}

/** Nobody waits longer for an answer that is a table. */
const MOST_MS = 20_000;

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused('This took too long. Ask for less.')), MOST_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const DICTIONARY = '.csv-metadata.json';

/** What the columns of each dataset mean, at the address where anybody reads it. */
function listResources() {
  return datasets.map(({ slug, title }) => ({
    uri: `${toSiteOrigin()}/datasets/${slug}${DICTIONARY}`,
    name: slug,
    title: `${title}: what its columns mean`,
    mimeType: 'application/csvm+json',
  }));
}

async function read(uri: string, { tracker }: Context) {
  const found = listResources().find((one) => one.uri === uri);
  if (!found) throw new McpError(ErrorCode.InvalidParams, `No resource “${shorten(uri)}”.`);
  const { answer } = await askFile(tracker, {
    ...{ kind: 'datasets' as const, slug: found.name, query: {} },
    extension: DICTIONARY.slice(1),
  });
  return { contents: [{ uri, mimeType: found.mimeType, text: await answer.text() }] };
}

/**
 * What programs post to `/mcp`, as the server in front reads it: how much, how many messages at
 * once, and which of them draws. Nothing of the protocol's library is loaded for that.
 */

export const MCP_PATH = '/mcp';

/** A question is a few hundred bytes. */
export const MOST_BYTES = 64 * 1024;

/** Of a batch, which earlier editions of the protocol know. */
const MOST_MESSAGES = 8;

/** The tool that draws: it takes a tenth of a second and more, so one runs at a time. */
export const DRAWING_TOOL = 'render_chart';

/** An error of JSON-RPC, and the status it is answered with. */
export interface RpcFailure {
  readonly status: 400 | 403 | 413 | 415 | 429 | 503;
  readonly code: number;
  readonly message: string;
}

type ReadMessage =
  | { readonly isHeavy: boolean; readonly refused?: undefined }
  | { readonly refused: RpcFailure };

/** Whether a body can be answered, and whether something is drawn for it. */
export function readMessage(body: Buffer): ReadMessage {
  let read: unknown;
  try {
    read = JSON.parse(body.toString());
  } catch {
    return refuse(-32700, 'This is not JSON.');
  }
  const messages = Array.isArray(read) ? read : [read];
  if (messages.length === 0 || messages.length > MOST_MESSAGES) {
    return refuse(-32600, `Send one message, or a batch of at most ${MOST_MESSAGES}.`);
  }
  const drawing = messages.filter(isDrawing).length;
  if (drawing > 1) return refuse(-32600, 'Send one image a request.');
  return { isHeavy: drawing > 0 };
}

const refuse = (code: number, message: string): ReadMessage => ({
  refused: { status: 400, code, message },
});

function isDrawing(message: unknown): boolean {
  const { params } = toRecord(message);
  return toRecord(params).name === DRAWING_TOOL;
}

const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

// SPDX-License-Identifier: Apache-2.0
/** One wrong field of a refused request; `pointer` is a JSON pointer into the request body. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  requestId?: string;
  params?: Record<string, unknown>;
  errors?: FieldProblem[];
}

/**
 * A refused or failed request (RFC 9457). `title`, `detail` and the messages in `errors` are already
 * in the user's language. Without an answer from the server `status` is 0 and `code` is "network".
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly params: Record<string, unknown>;
  readonly errors: FieldProblem[];

  constructor(status: number, body: ProblemBody = {}) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'network' : `http-${status}`);
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.requestId = body.requestId ?? '';
    this.params = body.params ?? {};
    this.errors = Array.isArray(body.errors) ? body.errors : [];
  }

  /** The message for one field, by JSON pointer with or without the leading slash; "" if it is right. */
  fieldMessage(pointer: string): string {
    const wanted = pointer.startsWith('/') ? pointer : `/${pointer}`;
    return this.errors.find((error) => error.pointer === wanted)?.message ?? '';
  }
}

/** Reads a failed response whatever its body is; a proxy's HTML page must not become a crash. */
export async function problemFrom(response: Response): Promise<Problem> {
  return new Problem(response.status, parseProblem(await response.text().catch(() => '')));
}

export function parseProblem(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

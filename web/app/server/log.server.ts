/** One line of JSON on standard error, as the server's own log has it. What people see never holds any of this. */
export function logError(requestId: string, where: string, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const line = {
    level: 50,
    time: Date.now(),
    room: 'web',
    reqId: requestId,
    where,
    err: { type: name, message, stack },
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

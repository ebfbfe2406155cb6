/** 75 500 ms as `0000:01:15.50`, for SCORM 1.2. */
export function clockTime(milliseconds: number): string {
  const hundredths = Math.floor(milliseconds / 10);
  const part = (divisor: number, modulo: number, digits: number) =>
    String(Math.floor(hundredths / divisor) % modulo).padStart(digits, '0');
  return `${part(360_000, 10_000, 4)}:${part(6_000, 60, 2)}:${part(100, 60, 2)}.${part(1, 100, 2)}`;
}

/** 75 500 ms as `PT75.5S`, for SCORM 2004 and xAPI. */
export function duration(milliseconds: number): string {
  return `PT${Math.floor(milliseconds / 10) / 100}S`;
}

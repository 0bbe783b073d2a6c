/** How long a recording lasts: `0:42`, `12:05`, `1:02:03`. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

// The enterprise identifier (ICE): 15 digits = 9 enterprise + 4 establishment + 2 control.
// The whole number mod 97 is 0, so the control key is 97 − (first 13 digits × 100 mod 97).

const LENGTH = 15;
const LEADING = 13;

/** An identifier brought to 15 digits; `padded` says how many leading zeros were put back. */
export type Ice = { readonly ice: string; readonly padded: number; readonly valid: boolean };

/** Reads an identifier of 1 to 15 digits, putting back lost leading zeros; undefined for what is none. */
export function readIce(text: string): Ice | undefined {
  const digits = text.trim();
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  const ice = digits.padStart(LENGTH, '0');
  return { ice, padded: LENGTH - digits.length, valid: isValidIce(ice) };
}

/** Whether a text is 15 digits, not all zero, that 97 divides. */
export function isValidIce(ice: string): boolean {
  return /^\d{15}$/.test(ice) && BigInt(ice) !== 0n && BigInt(ice) % 97n === 0n;
}

/** The two control digits of the first 13; throws a RangeError for anything but 13 digits. */
export function controlKey(leading: string): string {
  if (!/^\d{13}$/.test(leading)) throw new RangeError(`not ${LEADING} digits: ${leading}`);
  return String(97n - ((BigInt(leading) * 100n) % 97n)).padStart(2, '0');
}

/** The first nine digits: the enterprise, whatever the establishment. */
export function enterpriseOf(ice: string): string {
  return ice.slice(0, 9);
}

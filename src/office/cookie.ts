// Cookies: read from a header, written with every protection that the address allows.

export type CookieName = 'session' | 'visitor' | 'language' | 'errand';

/** Under https the names begin with `__Host-`: no other host and no plain connection can set them. */
function nameIn(origin: string, name: CookieName): string {
  return isSecure(origin) ? `__Host-${name}` : name;
}

/** The value of a cookie; undefined when it is not there or is not what this program writes. */
export function readCookie(request: Request, origin: string, name: CookieName): string | undefined {
  const wanted = nameIn(origin, name);
  const values = (request.headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const [key, value = ''] = pair.trim().split('=');
    return key === wanted && /^[A-Za-z0-9_-]{1,3000}$/.test(value) ? [value] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/** The header that sets a cookie; null takes it away. Without `seconds` it ends with the browser. */
export function cookieHeader(
  origin: string,
  name: CookieName,
  value: string | null,
  seconds?: number,
): string {
  const parts = [
    `${nameIn(origin, name)}=${value ?? ''}`,
    ...['Path=/', 'HttpOnly', 'SameSite=Lax'],
    ...(isSecure(origin) ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ];
  return parts.join('; ');
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:');
}

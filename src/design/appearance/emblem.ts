// The emblem: a graduated arc with its pointer, the instrument of an observatory.

const CENTRE = { x: 20, y: 27 };
const OUTER = 16;

/** The emblem in the colour of the text around it. */
export const EMBLEM = `<svg viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">${strokes()}</svg>`;

/** The emblem as the icon of the site. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" fill="none" stroke="#00606b" stroke-width="2.5" stroke-linecap="round"><rect width="40" height="40" fill="#ffffff" stroke="none"/>${strokes()}</svg>`;

function strokes(): string {
  const ticks = [0, 30, 60, 90, 120, 150, 180].map((degrees) => {
    const inner = degrees % 90 === 0 ? 10 : 12.5;
    return `<path d="M${pointAt(degrees, inner)}L${pointAt(degrees, OUTER)}"/>`;
  });
  return `<path d="M4 27a16 16 0 0 1 32 0"/>${ticks.join('')}<path d="M20 27L28 16.5" stroke-width="2.5"/><path d="M4 33h32"/>`;
}

function pointAt(degrees: number, radius: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(CENTRE.x - radius * Math.cos(angle)).toFixed(1)} ${(CENTRE.y - radius * Math.sin(angle)).toFixed(1)}`;
}

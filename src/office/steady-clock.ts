// The clock by which releases become public: never ahead of the wall clock, and never ahead of the time that has passed
// since the process began. A clock that is put forward publishes nothing early; one that is put back publishes nothing
// twice, for what is public stays so. Instants are absolute: time zones and Ramadan play no part.

/** Differences up to this are the ordinary correction of a clock, in milliseconds. */
const ORDINARY = 50;

export type SteadyClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** By how many milliseconds the wall clock was put forward since the process began, and is not believed. */
  readonly ahead: () => number;
};

/** `wall`: milliseconds since 1970, as the machine says; `elapsed`: milliseconds that only ever grow. */
export function steadyClock(wall: () => number, elapsed: () => number): SteadyClock {
  let last = { wall: wall(), elapsed: elapsed() };
  let offset = 0;
  const look = (): number => {
    const present = { wall: wall(), elapsed: elapsed() };
    const step = present.wall - last.wall - (present.elapsed - last.elapsed);
    if (Math.abs(step) > ORDINARY) offset += step;
    last = present;
    return present.wall - Math.max(0, offset);
  };
  return {
    now: look,
    ahead: () => {
      look();
      return Math.max(0, offset);
    },
  };
}

/** A failed call to Feishu, as `/status` tells it. `P`: the codes of what can go wrong; `R`: of what helps. */
export interface Failure<P extends string, R extends string = string> {
  /** Its key. */
  readonly desk: string;
  readonly problem: P;
  readonly logId: string | null;
  /** What an administrator should look at. */
  readonly remedy: R | null;
  /** In our own words, with Feishu's code. */
  readonly message: string;
  /** Epoch ms of the last of a row of equal ones, and how many they were. */
  readonly failedAt: number;
  readonly times: number;
}

export interface LastFailures<P extends string = string, R extends string = string> {
  note(failure: Omit<Failure<P, R>, "times">): void;
  /** Latest first. */
  read(): readonly Failure<P, R>[];
}

const KEPT_MAX = 20;

/** The last failures of this process. Equal ones in a row stand as one, so that an outage does not push out what began it. */
export function createLastFailures<P extends string = string, R extends string = string>(): LastFailures<
  P,
  R
> {
  let kept: readonly Failure<P, R>[] = [];
  return {
    note: (failure) => {
      const [latest, ...older] = kept;
      const isSame = latest?.desk === failure.desk && latest.problem === failure.problem;
      kept = isSame
        ? [{ ...failure, logId: failure.logId ?? latest.logId, times: latest.times + 1 }, ...older]
        : [{ ...failure, times: 1 }, ...kept].slice(0, KEPT_MAX);
    },
    read: () => kept,
  };
}

/** Runs at once, but not again until `pause` milliseconds have gone; what is asked for meanwhile is done once, then. */
export function calmly(run: () => void, pause: number): { ask(): void; stop(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let askedAgain = false;
  function rest() {
    waiting = setTimeout(() => {
      waiting = undefined;
      if (!askedAgain) return;
      askedAgain = false;
      rest();
      run();
    }, pause);
  }
  return {
    ask() {
      if (waiting !== undefined) {
        askedAgain = true;
        return;
      }
      rest();
      run();
    },
    stop: () => clearTimeout(waiting),
  };
}

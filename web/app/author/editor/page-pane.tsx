import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import type { SessionState } from './session.js';

interface PagePaneProps {
  draft: string;
  language: string;
  state: SessionState;
}

type Side = 0 | 1;

/**
 * The page as a learner sees it. There are two frames: the new page is made ready behind the one that is seen, and comes
 * forward where the other was, so that nothing flickers while one writes.
 */
export function PagePane({ draft, language, state }: PagePaneProps) {
  const { page } = useWords().editor;
  const [width, setWidth] = useState<'phone' | 'desk'>('phone');
  const { place, shown } = state;
  const address = `/mine-kurs/utkast/${draft}/side?nr=${place.lesson}&sprak=${language}&v=${shown}`;
  const { frames, front, addresses, loaded } = useTwoFrames(address, place);
  return (
    <div className="page-pane">
      <div className="page-width" role="group" aria-label={page.width}>
        {(['phone', 'desk'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={width === one} onClick={() => setWidth(one)}>
            {page[one]}
          </button>
        ))}
      </div>
      <div className="page-frames" data-width={width}>
        {([0, 1] as const).map((side) => (
          <iframe
            key={side}
            ref={(frame) => {
              frames.current[side] = frame;
            }}
            src={addresses[side]}
            title={page.title}
            aria-hidden={side !== front}
            tabIndex={side === front ? 0 : -1}
            data-front={side === front}
            onLoad={() => loaded(side)}
          />
        ))}
      </div>
    </div>
  );
}

function useTwoFrames(address: string, place: SessionState['place']) {
  const frames = useRef<[HTMLIFrameElement | null, HTMLIFrameElement | null]>([null, null]);
  const [addresses, setAddresses] = useState<[string, string]>([address, 'about:blank']);
  const [front, setFront] = useState<Side>(0);
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  const [last, setLast] = useState(address);
  if (last !== address) {
    setLast(address);
    setAddresses((before) => (front === 0 ? [before[0], address] : [address, before[1]]));
  }
  useEffect(() => {
    showPlace(frames.current[front], place.id);
  }, [place.id, front]);
  const documentOf = (side: Side) => frames.current[side]?.contentWindow ?? null;
  function loaded(side: Side) {
    const ready = documentOf(side);
    if (!ready || ready.location.href === 'about:blank') return;
    linksOutside(ready);
    if (side === front) return;
    const seen = documentOf(front);
    if (seen && lessonOf(seen) === lessonOf(ready)) ready.scrollTo(0, seen.scrollY);
    else showPlace(frames.current[side], latest.current.id);
    setFront(side);
  }
  return { frames, front, addresses, loaded };
}

function showPlace(frame: HTMLIFrameElement | null, id: string | null): void {
  const found = id === null ? null : frame?.contentDocument?.getElementById(id);
  if (found && found.getClientRects().length > 0) found.scrollIntoView({ block: 'nearest' });
}

const lessonOf = ({ document }: Window) => document.querySelector('section.place:not([hidden])')?.id;

/** What leads out of the guide opens beside, so that the page stays where it is. */
function linksOutside({ document, location }: Window): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.host === location.host) continue;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}

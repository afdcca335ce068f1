import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Who is connected. */
export interface Crowd {
  readonly enter: (socket: Socket) => void;
  /** The request has arrived and is being answered; the returned function says that it has been. */
  readonly busy: (request: IncomingMessage) => () => void;
  /** Shows out everybody who is not being answered. */
  readonly dismiss: () => void;
}

/**
 * At most so many at a time. Whoever comes is let in and the longest-waiting one is shown out: refusing newcomers
 * would let a thousand silent connections keep everybody else away.
 */
export function createCrowd(most: number): Crowd {
  const inside = new Set<Socket>();
  const served = new Set<Socket>();
  return {
    enter: (socket) => {
      inside.add(socket);
      socket.on('close', () => inside.delete(socket));
      if (inside.size <= most) return;
      const idle = [...inside].find((one) => !served.has(one));
      if (idle === undefined) return;
      inside.delete(idle);
      idle.destroy();
    },
    dismiss: () => {
      for (const one of inside) if (!served.has(one)) one.destroy();
    },
    busy: ({ socket }) => {
      served.add(socket);
      return () => void served.delete(socket);
    },
  };
}

'use client';
/**
 * The baseline of the pages: one button, one list, one socket; the weight of a Next app with Socket.IO before it does
 * anything.
 */
import { useEffect, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';

export default function Page() {
  const [notes, setNotes] = useState<string[]>([]);
  const socket = useRef<Socket | null>(null);
  useEffect(() => {
    const s = io();
    socket.current = s;
    s.on('note', (note: { text: string }) => setNotes((old) => [...old, note.text]));
    return () => {
      s.disconnect();
    };
  }, []);
  return (
    <main>
      <button
        type="button"
        id="tap"
        onClick={() => {
          document.body.dataset.tapped = 'yes';
          socket.current?.emit('command', { text: 'x' });
        }}
      >
        {notes.length}
      </button>
    </main>
  );
}

import { useEffect, useReducer, useState } from 'react';
import { liveReducer } from './live-reducer.ts';
import type { LiveMessage, PageState } from './page-state.ts';

const retryMs = 1000;

/** The simulator's state, kept up to date through /live; the socket is opened again when it breaks. */
export function useLive(): { state: PageState | undefined; connected: boolean } {
  const [state, dispatch] = useReducer(liveReducer, undefined);
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    let socket: WebSocket | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const connect = () => {
      socket = new WebSocket(`ws://${window.location.host}/live`);
      socket.onopen = () => setConnected(true);
      socket.onmessage = (event) => dispatch(JSON.parse(String(event.data)) as LiveMessage);
      socket.onclose = () => {
        setConnected(false);
        if (!over) timer = setTimeout(connect, retryMs);
      };
    };
    connect();
    return () => {
      over = true;
      clearTimeout(timer);
      socket?.close();
    };
  }, []);

  return { state, connected };
}

import { Avatar } from './avatar.tsx';
import { usePage } from './page-context.ts';

/** The bar at the very top: who is posting, and the guide's switch. */
export function TopBar({ guideOpen, toggleGuide }: { guideOpen: boolean; toggleGuide(): void }) {
  const { state, me, setMe } = usePage();
  const people = state.users.filter((user) => !user.isBot);
  return (
    <header className="top-bar">
      <span className="product">Precedent playground</span>
      <button type="button" className="guide-switch" aria-expanded={guideOpen} onClick={toggleGuide}>
        {guideOpen ? 'Hide the guide' : 'How to play'}
      </button>
      <label className="person">
        <span>posting as</span>
        <Avatar name={me.realName || me.name} size={24} />
        <select value={me.id} onChange={(event) => setMe(event.target.value)}>
          {people.map((user) => (
            <option key={user.id} value={user.id}>
              {user.realName || user.name}
              {user.isRestricted === true ? ' (guest)' : ''}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

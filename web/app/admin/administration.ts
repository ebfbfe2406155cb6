import { redirect } from 'react-router';

/** There is one place here so far. Whether the caller may enter is asked there. */
export function loader() {
  return redirect('/administrasjon/utboks');
}

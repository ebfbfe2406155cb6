/** What Kursdugnad calls itself where it says something to the LRS: the name of its account, and a source in filters. */
export const ownSource = 'kursdugnad';

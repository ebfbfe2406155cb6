/** A unit with staff: its place in the tree, how many work there and as what (weights). */
export interface Workplace {
  unit: string[];
  people: number;
  roles: Record<string, number>;
}

export interface DemoMunicipality {
  orgnr: string;
  name: string;
  people: number;
  workplaces: Workplace[];
}

/** Organisation numbers are synthetic: they begin with 3, which is given to nobody, and their check digit is right. */
export const solvik = { orgnr: '310014826', name: 'Solvik kommune' };
export const granfoss = { orgnr: '310027413', name: 'Granfoss kommune' };
export const lyngmo = { orgnr: '310039101', name: 'Lyngmo kommune' };
export const regionName = 'Solfjordregionen';

const care = { Sykepleier: 3, Helsefagarbeider: 6, Assistent: 2, Lærling: 1 };
const school = { Lærer: 8, Assistent: 1, 'Barne- og ungdomsarbeider': 1 };
const afterSchool = { 'SFO-medarbeider': 4, 'Barne- og ungdomsarbeider': 2, Assistent: 1 };
const kindergarten = { Barnehagelærer: 3, 'Barne- og ungdomsarbeider': 3, Assistent: 2, Lærling: 1 };
const office = { Saksbehandler: 1 };

/** The workplaces below one unit, all staffed alike. */
function places(above: string[], names: string[], people: number, roles: Record<string, number>): Workplace[] {
  return names.map((name) => ({ unit: [...above, name], people, roles }));
}

function solvikPlaces(): Workplace[] {
  const staff = ['Kommunedirektørens stab'];
  const health = ['Helse og mestring'];
  const growing = ['Oppvekst'];
  const technical = ['Teknikk og plan'];
  const schools = ['Fjordskolen', 'Lia skole', 'Solvik skole', 'Åsen skole', 'Nes skole'];
  const kindergartens = ['Blåklokka', 'Eventyrskogen', 'Havblikk', 'Lerkeveien', 'Tusseladden', 'Solstua'].map(
    (name) => `${name} barnehage`,
  );
  return [
    ...places(staff, ['Personal og organisasjon', 'Økonomi', 'Servicetorg og arkiv', 'Kommunikasjon'], 12, office),
    ...places([...staff, 'IT og digitalisering'], ['Drift', 'Digitalisering'], 10, { 'IT-medarbeider': 1 }),
    ...['nord', 'sør', 'øst', 'vest'].flatMap((where) =>
      places([...health, 'Hjemmetjenesten', `Hjemmetjenesten ${where}`], ['Team dag', 'Team kveld og natt'], 28, care),
    ),
    ...['Solbakken sykehjem', 'Fjordgløtt sykehjem'].flatMap((home) => [
      ...places([...health, 'Sykehjem', home], ['Avdeling 1', 'Avdeling 2', 'Avdeling 3'], 32, care),
      ...places([...health, 'Sykehjem', home], ['Kjøkken'], 8, { Kokk: 3, Assistent: 1 }),
    ]),
    ...places([...health, 'Bofellesskap'], ['Bjørkelia', 'Granveien', 'Nesodden', 'Skogholt'], 24, {
      Helsefagarbeider: 4,
      Assistent: 3,
      Sykepleier: 1,
      Lærling: 1,
    }),
    ...places(health, ['Helsestasjon og legevakt'], 30, { Sykepleier: 5, Saksbehandler: 1 }),
    ...places(health, ['Psykisk helse og rus'], 26, { Sykepleier: 2, Helsefagarbeider: 2, Saksbehandler: 1 }),
    ...schools.flatMap((name) => [
      ...places([...growing, 'Skole', name], ['Småtrinnet', 'Mellomtrinnet'], 20, school),
      ...places([...growing, 'Skole', name], ['SFO'], 9, afterSchool),
    ]),
    ...kindergartens.flatMap((name) => places([...growing, 'Barnehage', name], ['Små', 'Store'], 12, kindergarten)),
    ...places(growing, ['Barnevern'], 22, office),
    ...places(growing, ['PP-tjenesten'], 12, office),
    ...places(technical, ['Vei, vann og park'], 34, { Driftsoperatør: 5, Lærling: 1 }),
    ...places([...technical, 'Renhold'], ['Renhold nord', 'Renhold sør'], 22, { Renholder: 1 }),
    ...places(technical, ['Plan og byggesak'], 18, office),
    ...places(technical, ['Brann og redning'], 24, { Brannkonstabel: 1 }),
    ...places(['Kultur og innbygger'], ['Bibliotek og kulturskole'], 20, { Kulturmedarbeider: 1 }),
    ...places(['Kultur og innbygger'], ['NAV Solvik'], 24, { 'NAV-veileder': 1 }),
  ];
}

function granfossPlaces(): Workplace[] {
  const health = ['Helse og omsorg'];
  return [
    ...places(['Rådhuset'], ['Personal og økonomi', 'Servicetorg'], 10, office),
    ...places(['Rådhuset'], ['IT'], 4, { 'IT-medarbeider': 1 }),
    ...places([...health, 'Hjemmetjenesten'], ['Hjemmetjenesten sør'], 28, care),
    ...places([...health, 'Hjemmetjenesten'], ['Hjemmetjenesten nord'], 24, care),
    ...places([...health, 'Granheim sykehjem'], ['Avdeling Elva', 'Avdeling Fossen'], 26, care),
    ...places([...health, 'Granheim sykehjem'], ['Kjøkken'], 6, { Kokk: 2, Assistent: 1 }),
    ...places(['Oppvekst', 'Granfoss skole'], ['1.–4. trinn', '5.–7. trinn', 'Ungdomstrinnet'], 18, school),
    ...places(['Oppvekst', 'Granfoss skole'], ['SFO'], 8, afterSchool),
    ...places(['Oppvekst', 'Barnehage'], ['Elvebakken barnehage', 'Toppen barnehage'], 18, kindergarten),
    ...places(['Samfunn'], ['Drift og brann'], 20, { Driftsoperatør: 3, Brannkonstabel: 2 }),
    ...places(['Samfunn'], ['Renhold'], 12, { Renholder: 1 }),
    ...places(['Samfunn'], ['Kultur og NAV'], 14, { 'NAV-veileder': 2, Kulturmedarbeider: 1 }),
  ];
}

function lyngmoPlaces(): Workplace[] {
  return [
    ...places(['Fellestjenester'], ['Kommunekontoret'], 8, office),
    ...places(['Velferd', 'Helse'], ['Lyngmo omsorgssenter'], 20, care),
    ...places(['Velferd', 'Oppvekst'], ['Lyngmo skole', 'Lyngmo barnehage'], 8, {
      Lærer: 3,
      Barnehagelærer: 2,
      Assistent: 1,
    }),
    ...places(['Velferd', 'Drift'], ['Vei, bygg og renhold'], 6, { Driftsoperatør: 1, Renholder: 1 }),
  ];
}

export const demoRegion: DemoMunicipality[] = [
  { ...solvik, people: 1500, workplaces: solvikPlaces() },
  { ...granfoss, people: 300, workplaces: granfossPlaces() },
  { ...lyngmo, people: 50, workplaces: lyngmoPlaces() },
].map((municipality) => ({
  ...municipality,
  workplaces: municipality.workplaces.map((place) => ({ ...place, unit: [municipality.name, ...place.unit] })),
}));

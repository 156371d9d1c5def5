import type { Session } from '@revops/domain';
import { Phone, type TestServer } from '@revops/sync-server/testing';
import { heldKeys, type HeldKeys, type Role } from './rights-model.ts';

const password = 'correct horse';

/** A person of the workshop over all their comings and goings. */
export class Person {
  readonly name: string;
  role: Role;
  isMember = true;
  phone: Phone;

  constructor(name: string, role: Role, phone: Phone) {
    this.name = name;
    this.role = role;
    this.phone = phone;
  }

  get userId(): string {
    return this.phone.userId;
  }

  get keys(): HeldKeys {
    return heldKeys(this.role, this.userId, this.isMember);
  }

  get writes(): boolean {
    return this.isMember && (this.role === 'owner' || this.role === 'manager');
  }
}

/** The people of one workshop, by the server's own calls. */
export class Cast {
  readonly people: Person[] = [];
  readonly #server: TestServer;
  readonly #now: () => number;

  constructor(server: TestServer, now: () => number) {
    this.#server = server;
    this.#now = now;
  }

  /** The founder is never removed, so that there is always somebody who can act. */
  get founder(): Person {
    const [first] = this.people;
    if (!first) throw new Error('nobody has registered');
    return first;
  }

  async register(name: string): Promise<Person> {
    const body = {
      ...this.#credentials(name),
      workshop: { name: `${name}'s garage`, timeZone: 'Asia/Kolkata' },
    };
    const session = await this.#enter('/api/auth/register', body);
    return this.#add(new Person(name, 'owner', this.#phone(session)));
  }

  async join(name: string, role: Role): Promise<Person> {
    const session = await this.#useInvite(name, role);
    return this.#add(new Person(name, role, this.#phone(session)));
  }

  async remove(person: Person): Promise<void> {
    const { accessToken: token } = this.founder.phone.session;
    const answer = await this.#server.call(`/api/managers/${person.userId}`, { method: 'DELETE', token });
    if (answer.status !== 204) throw new Error(`removing answered ${answer.status}`);
    person.isMember = false;
  }

  /** Back with the same user id, on the same or another role. */
  async rejoin(person: Person, role: Role): Promise<void> {
    person.phone = this.#phone(await this.#useInvite(person.name, role));
    person.role = role;
    person.isMember = true;
  }

  /** No invite makes customers yet: their account is changed beneath the server, which reads rights from there. */
  async #useInvite(name: string, role: Role): Promise<Session> {
    const invited = role === 'customer' ? 'technician' : role;
    const { accessToken: token } = this.founder.phone.session;
    const invite = await this.#server.call<{ code: string }>('/api/workshops/mine/invites', {
      token,
      body: { role: invited },
    });
    const body = { inviteCode: invite.body.code, ...this.#credentials(name) };
    const session = await this.#enter('/api/auth/join', body);
    if (role === 'customer') await this.setRole(this.#emailOf(name), role);
    return session;
  }

  async setRole(email: string, role: Role): Promise<void> {
    await this.#server.context.accounts.update(email, (account) => ({ ...account, role }));
  }

  #emailOf(name: string): string {
    return `${name}@example.com`;
  }

  #credentials(name: string): { name: string; email: string; phone: string; password: string } {
    return { name, email: this.#emailOf(name), phone: '+919876500000', password };
  }

  async #enter(path: string, body: object): Promise<Session> {
    const headers = { 'x-device-id': crypto.randomUUID() };
    const answer = await this.#server.call<Session>(path, { body, headers });
    if (answer.status !== 201)
      throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  #phone(session: Session): Phone {
    return new Phone(this.#server, session, this.#now);
  }

  #add(person: Person): Person {
    this.people.push(person);
    return person;
  }
}

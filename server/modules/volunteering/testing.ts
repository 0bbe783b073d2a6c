export {
  addTestApplication,
  addTestClaim,
  addTestService,
  addTestTerms,
  addTestVolunteer,
  testFacts,
} from './testing/catalogue.ts';
export { OrderDesk, openOrderDesk, refused, visitAt } from './testing/order-desk.ts';

# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from __future__ import annotations

from hubspot_crm.v3.resources import _shared as v3


class Appointments(
    v3.RecordsWithMerge,
    v3.PartnerClientsOperationsAssociationsMixin,
    v3.RecordsGdprDeleteMixin,
    roots=("/crm/objects/v3/appointments",),
):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use.

    Object type id: 0-421. Any scope for CRM objects gives access.
    """


class Contacts(v3.RecordsWithMerge, v3.RecordsGdprDeleteMixin, roots=("/crm/v3/objects/contacts",)):
    """Contacts: people that the account deals with.

    Object type id: 0-1. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Forecasts(v3.RecordsGetMixin, v3.RecordsListMixin, roots=("/crm/objects/v3/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """


class Calls(v3.Records, roots=("/crm/v3/objects/calls",)):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Carts(v3.Records, roots=("/crm/v3/objects/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142. Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """


class CommercePayments(v3.Records, roots=("/crm/v3/objects/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101. Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """


class Communications(v3.Records, roots=("/crm/v3/objects/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Companies(v3.RecordsWithMerge, roots=("/crm/v3/objects/companies",)):
    """Companies: organisations that the account does business with.

    Object type id: 0-2. Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """


class Contracts(v3.ContractsOperations, roots=("/crm/v3/objects/contracts",)):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """


class Courses(v3.Records, roots=("/crm/v3/objects/0-410",)):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410. Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """


class CustomObjects(v3.RecordsWithMerge, roots=("/crm/v3/objects/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name.

    Any scope for CRM objects gives access.
    """


class DealSplits(v3.DealSplitsOperations, roots=("/crm/objects/v3/deals/splits",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """


class Deals(v3.RecordsWithMerge, roots=("/crm/v3/objects/0-3",)):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3. Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """


class Discounts(v3.Records, roots=("/crm/v3/objects/discounts",)):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Emails(v3.Records, roots=("/crm/v3/objects/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49. Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """


class Exports(v3.ExportsOperations, roots=("/crm/v3/exports/export",)):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """


class FeedbackSubmissions(v3.FeedbackSubmissionsOperations, roots=("/crm/v3/objects/feedback_submissions",)):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19. Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """


class Fees(v3.Records, roots=("/crm/v3/objects/fees",)):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class GoalTargets(v3.Records, roots=("/crm/v3/objects/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74. Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """


class Invoices(v3.Records, roots=("/crm/v3/objects/invoices",)):
    """Invoices: bills for what was delivered.

    Object type id: 0-53. Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """


class Leads(v3.Records, roots=("/crm/v3/objects/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136. Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """


class Limits(v3.LimitsOperations, roots=("/crm/v3/limits",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be.

    Which scopes are needed depends on the object types that a request is about.
    """


class LineItems(v3.Records, roots=("/crm/v3/objects/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Listings(v3.Records, roots=("/crm/v3/objects/0-420",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420. Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """


class Meetings(v3.Records, roots=("/crm/v3/objects/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Notes(v3.Records, roots=("/crm/v3/objects/notes",)):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class ObjectLibrary(v3.ObjectLibraryOperations, roots=("/crm/v3/object-library",)):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """


class Objects(v3.Records, roots=("/crm/v3/objects/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """


class Orders(v3.Records, roots=("/crm/v3/objects/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123. Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """


class Owners(v3.OwnersOperations, roots=("/crm/v3/owners",)):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: automation, crm.objects.owners.read.
    """


class PartnerClients(v3.PartnerClientsOperations, roots=("/crm/v3/objects/partner_clients",)):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """


class PartnerServices(v3.PartnerClientsOperations, roots=("/crm/v3/objects/partner_services",)):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """


class PostalMail(v3.Records, roots=("/crm/v3/objects/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Products(v3.Records, roots=("/crm/v3/objects/products",)):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7. Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """


class Projects(v3.RecordsWithMerge, roots=("/crm/objects/v3/projects",)):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970. Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """


class PropertyValidations(v3.PropertyValidationsOperations, roots=("/crm/v3/property-validations",)):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """


class Quotes(v3.Records, roots=("/crm/v3/objects/quotes",)):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14. Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """


class Services(v3.Records, roots=("/crm/v3/objects/0-162",)):
    """Services: things done for customers over some time. To be activated in the account before use.

    Object type id: 0-162. Scopes: crm.objects.services.read, crm.objects.services.write.
    """


class Tasks(v3.Records, roots=("/crm/v3/objects/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Taxes(v3.Records, roots=("/crm/v3/objects/taxes",)):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86. Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """


class Tickets(v3.RecordsWithMerge, roots=("/crm/v3/objects/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5. Scopes: tickets.
    """


class Users(v3.Records, roots=("/crm/v3/objects/users",)):
    """Users: the people who work in the account.

    Object type id: 0-115. Scopes: crm.objects.users.read, crm.objects.users.write.
    """


class AsyncAppointments(
    v3.AsyncRecordsWithMerge,
    v3.AsyncPartnerClientsOperationsAssociationsMixin,
    v3.AsyncRecordsGdprDeleteMixin,
    roots=("/crm/objects/v3/appointments",),
):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use."""


class AsyncContacts(v3.AsyncRecordsWithMerge, v3.AsyncRecordsGdprDeleteMixin, roots=("/crm/v3/objects/contacts",)):
    """Contacts: people that the account deals with."""


class AsyncForecasts(v3.AsyncRecordsGetMixin, v3.AsyncRecordsListMixin, roots=("/crm/objects/v3/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time."""


class AsyncCalls(v3.AsyncRecords, roots=("/crm/v3/objects/calls",)):
    """Calls: phone calls with people, logged on the records they concern."""


class AsyncCarts(v3.AsyncRecords, roots=("/crm/v3/objects/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""


class AsyncCommercePayments(v3.AsyncRecords, roots=("/crm/v3/objects/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""


class AsyncCommunications(v3.AsyncRecords, roots=("/crm/v3/objects/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""


class AsyncCompanies(v3.AsyncRecordsWithMerge, roots=("/crm/v3/objects/companies",)):
    """Companies: organisations that the account does business with."""


class AsyncContracts(v3.AsyncContractsOperations, roots=("/crm/v3/objects/contracts",)):
    """Contracts: agreements with a buyer over a span of time."""


class AsyncCourses(v3.AsyncRecords, roots=("/crm/v3/objects/0-410",)):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""


class AsyncCustomObjects(v3.AsyncRecordsWithMerge, roots=("/crm/v3/objects/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name."""


class AsyncDealSplits(v3.AsyncDealSplitsOperations, roots=("/crm/objects/v3/deals/splits",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""


class AsyncDeals(v3.AsyncRecordsWithMerge, roots=("/crm/v3/objects/0-3",)):
    """Deals: sales that are being worked on, from first talk to won or lost."""


class AsyncDiscounts(v3.AsyncRecords, roots=("/crm/v3/objects/discounts",)):
    """Discounts: what is taken off the price of a quote."""


class AsyncEmails(v3.AsyncRecords, roots=("/crm/v3/objects/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""


class AsyncExports(v3.AsyncExportsOperations, roots=("/crm/v3/exports/export",)):
    """Exports: taking the records of a list or a view out of an account as a file."""


class AsyncFeedbackSubmissions(v3.AsyncFeedbackSubmissionsOperations, roots=("/crm/v3/objects/feedback_submissions",)):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""


class AsyncFees(v3.AsyncRecords, roots=("/crm/v3/objects/fees",)):
    """Fees: what is added to the price of a quote."""


class AsyncGoalTargets(v3.AsyncRecords, roots=("/crm/v3/objects/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come."""


class AsyncInvoices(v3.AsyncRecords, roots=("/crm/v3/objects/invoices",)):
    """Invoices: bills for what was delivered."""


class AsyncLeads(v3.AsyncRecords, roots=("/crm/v3/objects/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""


class AsyncLimits(v3.AsyncLimitsOperations, roots=("/crm/v3/limits",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be."""


class AsyncLineItems(v3.AsyncRecords, roots=("/crm/v3/objects/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice."""


class AsyncListings(v3.AsyncRecords, roots=("/crm/v3/objects/0-420",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""


class AsyncMeetings(v3.AsyncRecords, roots=("/crm/v3/objects/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""


class AsyncNotes(v3.AsyncRecords, roots=("/crm/v3/objects/notes",)):
    """Notes: free text, written down on the records it concerns."""


class AsyncObjectLibrary(v3.AsyncObjectLibraryOperations, roots=("/crm/v3/object-library",)):
    """Object library: which of the object types that have to be activated before use are active in the account."""


class AsyncObjects(v3.AsyncRecords, roots=("/crm/v3/objects/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names."""


class AsyncOrders(v3.AsyncRecords, roots=("/crm/v3/objects/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come."""


class AsyncOwners(v3.AsyncOwnersOperations, roots=("/crm/v3/owners",)):
    """Owners: the users that records can belong to, with the ids by which records name them."""


class AsyncPartnerClients(v3.AsyncPartnerClientsOperations, roots=("/crm/v3/objects/partner_clients",)):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""


class AsyncPartnerServices(v3.AsyncPartnerClientsOperations, roots=("/crm/v3/objects/partner_services",)):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""


class AsyncPostalMail(v3.AsyncRecords, roots=("/crm/v3/objects/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""


class AsyncProducts(v3.AsyncRecords, roots=("/crm/v3/objects/products",)):
    """Products: goods and services that the account sells, with their prices."""


class AsyncProjects(v3.AsyncRecordsWithMerge, roots=("/crm/objects/v3/projects",)):
    """Projects: pieces of work with an end, and what belongs to them."""


class AsyncPropertyValidations(v3.AsyncPropertyValidationsOperations, roots=("/crm/v3/property-validations",)):
    """Property validations: the rules that an account has set for the values of its properties."""


class AsyncQuotes(v3.AsyncRecords, roots=("/crm/v3/objects/quotes",)):
    """Quotes: offers to sell something at a price, for a time."""


class AsyncServices(v3.AsyncRecords, roots=("/crm/v3/objects/0-162",)):
    """Services: things done for customers over some time. To be activated in the account before use."""


class AsyncTasks(v3.AsyncRecords, roots=("/crm/v3/objects/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern."""


class AsyncTaxes(v3.AsyncRecords, roots=("/crm/v3/objects/taxes",)):
    """Taxes: what is added to the price of a quote for the state."""


class AsyncTickets(v3.AsyncRecordsWithMerge, roots=("/crm/v3/objects/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled."""


class AsyncUsers(v3.AsyncRecords, roots=("/crm/v3/objects/users",)):
    """Users: the people who work in the account."""

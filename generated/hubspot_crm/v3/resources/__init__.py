# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from hubspot_crm.v3.resources._shared import (
    AsyncContractsOperations,
    AsyncDealSplitsOperations,
    AsyncExportsOperations,
    AsyncFeedbackSubmissionsOperations,
    AsyncLimitsOperations,
    AsyncObjectLibraryOperations,
    AsyncOwnersOperations,
    AsyncPartnerClientsOperations,
    AsyncPropertyValidationsOperations,
    AsyncRecords,
    AsyncRecordsWithMerge,
    ContractsOperations,
    DealSplitsOperations,
    ExportsOperations,
    FeedbackSubmissionsOperations,
    LimitsOperations,
    ObjectLibraryOperations,
    OwnersOperations,
    PartnerClientsOperations,
    PropertyValidationsOperations,
    Records,
    RecordsWithMerge,
)


class Calls(Records):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/calls",)


class AsyncCalls(AsyncRecords):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/v3/objects/calls",)


class Carts(Records):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/v3/objects/carts",)


class AsyncCarts(AsyncRecords):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/v3/objects/carts",)


class CommercePayments(Records):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101.

    Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """

    _roots = ("/crm/v3/objects/commerce_payments",)


class AsyncCommercePayments(AsyncRecords):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""

    _roots = ("/crm/v3/objects/commerce_payments",)


class Communications(Records):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/communications",)


class AsyncCommunications(AsyncRecords):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/v3/objects/communications",)


class Companies(RecordsWithMerge):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/v3/objects/companies",)


class AsyncCompanies(AsyncRecordsWithMerge):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/v3/objects/companies",)


class Contracts(ContractsOperations):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/v3/objects/contracts",)


class AsyncContracts(AsyncContractsOperations):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/v3/objects/contracts",)


class Courses(Records):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410.

    Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """

    _roots = ("/crm/v3/objects/0-410",)


class AsyncCourses(AsyncRecords):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

    _roots = ("/crm/v3/objects/0-410",)


class CustomObjects(RecordsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/v3/objects/{objectType}",)


class AsyncCustomObjects(AsyncRecordsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/v3/objects/{objectType}",)


class DealSplits(DealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """

    _roots = ("/crm/objects/v3/deals/splits",)


class AsyncDealSplits(AsyncDealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""

    _roots = ("/crm/objects/v3/deals/splits",)


class Deals(RecordsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/v3/objects/0-3",)


class AsyncDeals(AsyncRecordsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/v3/objects/0-3",)


class Discounts(Records):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/discounts",)


class AsyncDiscounts(AsyncRecords):
    """Discounts: what is taken off the price of a quote."""

    _roots = ("/crm/v3/objects/discounts",)


class Emails(Records):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """

    _roots = ("/crm/v3/objects/emails",)


class AsyncEmails(AsyncRecords):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""

    _roots = ("/crm/v3/objects/emails",)


class Exports(ExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """

    _roots = ("/crm/v3/exports/export",)


class AsyncExports(AsyncExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file."""

    _roots = ("/crm/v3/exports/export",)


class FeedbackSubmissions(FeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/v3/objects/feedback_submissions",)


class AsyncFeedbackSubmissions(AsyncFeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/v3/objects/feedback_submissions",)


class Fees(Records):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/fees",)


class AsyncFees(AsyncRecords):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/v3/objects/fees",)


class GoalTargets(Records):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74.

    Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """

    _roots = ("/crm/v3/objects/goal_targets",)


class AsyncGoalTargets(AsyncRecords):
    """Goal targets: what a user is meant to reach, and how far they have come."""

    _roots = ("/crm/v3/objects/goal_targets",)


class Invoices(Records):
    """Invoices: bills for what was delivered.

    Object type id: 0-53.

    Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """

    _roots = ("/crm/v3/objects/invoices",)


class AsyncInvoices(AsyncRecords):
    """Invoices: bills for what was delivered."""

    _roots = ("/crm/v3/objects/invoices",)


class Leads(Records):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136.

    Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """

    _roots = ("/crm/v3/objects/leads",)


class AsyncLeads(AsyncRecords):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

    _roots = ("/crm/v3/objects/leads",)


class Limits(LimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/v3/limits",)


class AsyncLimits(AsyncLimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """

    _roots = ("/crm/v3/limits",)


class LineItems(Records):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/line_items",)


class AsyncLineItems(AsyncRecords):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/v3/objects/line_items",)


class Listings(Records):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/v3/objects/0-420",)


class AsyncListings(AsyncRecords):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/v3/objects/0-420",)


class Meetings(Records):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/meetings",)


class AsyncMeetings(AsyncRecords):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/v3/objects/meetings",)


class Notes(Records):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/notes",)


class AsyncNotes(AsyncRecords):
    """Notes: free text, written down on the records it concerns."""

    _roots = ("/crm/v3/objects/notes",)


class ObjectLibrary(ObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/v3/object-library",)


class AsyncObjectLibrary(AsyncObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account."""

    _roots = ("/crm/v3/object-library",)


class Objects(Records):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/v3/objects/{objectType}",)


class AsyncObjects(AsyncRecords):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/v3/objects/{objectType}",)


class Orders(Records):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123.

    Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """

    _roots = ("/crm/v3/objects/orders",)


class AsyncOrders(AsyncRecords):
    """Orders: what buyers have ordered in a shop, and how far it has come."""

    _roots = ("/crm/v3/objects/orders",)


class Owners(OwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: automation, crm.objects.owners.read.
    """

    _roots = ("/crm/v3/owners",)


class AsyncOwners(AsyncOwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them."""

    _roots = ("/crm/v3/owners",)


class PartnerClients(PartnerClientsOperations):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/v3/objects/partner_clients",)


class AsyncPartnerClients(AsyncPartnerClientsOperations):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/v3/objects/partner_clients",)


class PartnerServices(PartnerClientsOperations):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/v3/objects/partner_services",)


class AsyncPartnerServices(AsyncPartnerClientsOperations):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/v3/objects/partner_services",)


class PostalMail(Records):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/postal_mail",)


class AsyncPostalMail(AsyncRecords):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/v3/objects/postal_mail",)


class Products(Records):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/products",)


class AsyncProducts(AsyncRecords):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/v3/objects/products",)


class Projects(RecordsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970.

    Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """

    _roots = ("/crm/objects/v3/projects",)


class AsyncProjects(AsyncRecordsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them."""

    _roots = ("/crm/objects/v3/projects",)


class PropertyValidations(PropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/v3/property-validations",)


class AsyncPropertyValidations(AsyncPropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties."""

    _roots = ("/crm/v3/property-validations",)


class Quotes(Records):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14.

    Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/quotes",)


class AsyncQuotes(AsyncRecords):
    """Quotes: offers to sell something at a price, for a time."""

    _roots = ("/crm/v3/objects/quotes",)


class Services(Records):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/v3/objects/0-162",)


class AsyncServices(AsyncRecords):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/v3/objects/0-162",)


class Tasks(Records):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/tasks",)


class AsyncTasks(AsyncRecords):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/v3/objects/tasks",)


class Taxes(Records):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/v3/objects/taxes",)


class AsyncTaxes(AsyncRecords):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/v3/objects/taxes",)


class Tickets(RecordsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/v3/objects/tickets",)


class AsyncTickets(AsyncRecordsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/v3/objects/tickets",)


class Users(Records):
    """Users: the people who work in the account.

    Object type id: 0-115.

    Scopes: crm.objects.users.read, crm.objects.users.write.
    """

    _roots = ("/crm/v3/objects/users",)


class AsyncUsers(AsyncRecords):
    """Users: the people who work in the account."""

    _roots = ("/crm/v3/objects/users",)

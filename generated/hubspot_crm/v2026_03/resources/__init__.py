# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from hubspot_crm.v2025_09.resources._shared import (
    AssociationsOperations,
    AsyncAssociationsOperations,
    AsyncPropertiesOperations,
    PropertiesOperations,
)
from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociations,
    AsyncRecordsWithAssociationsWithMerge,
    AsyncRecordsWithMerge,
    RecordsWithAssociations,
    RecordsWithAssociationsWithMerge,
    RecordsWithMerge,
)
from hubspot_crm.v3.resources._shared import (
    AsyncContractsOperations,
    AsyncDealSplitsOperations,
    AsyncExportsOperations,
    AsyncFeedbackSubmissionsOperations,
    AsyncLimitsOperations,
    AsyncObjectLibraryOperations,
    AsyncOwnersOperations,
    AsyncPropertyValidationsOperations,
    AsyncRecords,
    AsyncRecordsWithMerge as AsyncRecordsWithMergeOperations,
    ContractsOperations,
    DealSplitsOperations,
    ExportsOperations,
    FeedbackSubmissionsOperations,
    LimitsOperations,
    ObjectLibraryOperations,
    OwnersOperations,
    PropertyValidationsOperations,
    Records,
    RecordsWithMerge as RecordsWithMergeOperations,
)


class Associations(AssociationsOperations):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2026-03", "/crm/objects/2026-03")


class AsyncAssociations(AsyncAssociationsOperations):
    """Associations: which records belong together, and in which ways."""

    _roots = ("/crm/associations/2026-03", "/crm/objects/2026-03")


class Calls(RecordsWithAssociations):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/calls",)


class AsyncCalls(AsyncRecordsWithAssociations):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/calls",)


class Carts(RecordsWithAssociations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/objects/2026-03/carts",)


class AsyncCarts(AsyncRecordsWithAssociations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/objects/2026-03/carts",)


class CommercePayments(RecordsWithAssociations):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101.

    Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """

    _roots = ("/crm/objects/2026-03/commerce_payments",)


class AsyncCommercePayments(AsyncRecordsWithAssociations):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""

    _roots = ("/crm/objects/2026-03/commerce_payments",)


class Communications(RecordsWithAssociations):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/communications",)


class AsyncCommunications(AsyncRecordsWithAssociations):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/communications",)


class Companies(RecordsWithAssociationsWithMerge):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/objects/2026-03/companies",)


class AsyncCompanies(AsyncRecordsWithAssociationsWithMerge):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/objects/2026-03/companies",)


class Contracts(ContractsOperations):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/objects/2026-03/contracts",)


class AsyncContracts(AsyncContractsOperations):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/objects/2026-03/contracts",)


class Courses(RecordsWithMerge):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410.

    Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """

    _roots = ("/crm/objects/2026-03/0-410", "/crm/objects/2026-03/courses")


class AsyncCourses(AsyncRecordsWithMerge):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-03/0-410", "/crm/objects/2026-03/courses")


class CustomObjects(RecordsWithAssociationsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-03/{objectType}",)


class AsyncCustomObjects(AsyncRecordsWithAssociationsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/objects/2026-03/{objectType}",)


class DealSplits(DealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """

    _roots = ("/deal-splits/2026-03",)


class AsyncDealSplits(AsyncDealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""

    _roots = ("/deal-splits/2026-03",)


class Deals(RecordsWithAssociationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/objects/2026-03/0-3",)


class AsyncDeals(AsyncRecordsWithAssociationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/objects/2026-03/0-3",)


class Discounts(RecordsWithAssociations):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/discounts",)


class AsyncDiscounts(AsyncRecordsWithAssociations):
    """Discounts: what is taken off the price of a quote."""

    _roots = ("/crm/objects/2026-03/discounts",)


class Emails(RecordsWithAssociations):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """

    _roots = ("/crm/objects/2026-03/emails",)


class AsyncEmails(AsyncRecordsWithAssociations):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/emails",)


class Exports(ExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """

    _roots = ("/crm/exports/2026-03/export",)


class AsyncExports(AsyncExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file."""

    _roots = ("/crm/exports/2026-03/export",)


class FeedbackSubmissions(FeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/objects/2026-03/feedback_submissions",)


class AsyncFeedbackSubmissions(AsyncFeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/objects/2026-03/feedback_submissions",)


class Fees(RecordsWithAssociations):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/fees",)


class AsyncFees(AsyncRecordsWithAssociations):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/objects/2026-03/fees",)


class GoalTargets(Records):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74.

    Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """

    _roots = ("/crm/objects/2026-03/goal_targets",)


class AsyncGoalTargets(AsyncRecords):
    """Goal targets: what a user is meant to reach, and how far they have come."""

    _roots = ("/crm/objects/2026-03/goal_targets",)


class Invoices(RecordsWithAssociations):
    """Invoices: bills for what was delivered.

    Object type id: 0-53.

    Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """

    _roots = ("/crm/objects/2026-03/invoices",)


class AsyncInvoices(AsyncRecordsWithAssociations):
    """Invoices: bills for what was delivered."""

    _roots = ("/crm/objects/2026-03/invoices",)


class Leads(RecordsWithAssociations):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136.

    Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """

    _roots = ("/crm/objects/2026-03/leads",)


class AsyncLeads(AsyncRecordsWithAssociations):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

    _roots = ("/crm/objects/2026-03/leads",)


class Limits(LimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/limits/2026-03",)


class AsyncLimits(AsyncLimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """

    _roots = ("/crm/limits/2026-03",)


class LineItems(RecordsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/line_items",)


class AsyncLineItems(AsyncRecordsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/objects/2026-03/line_items",)


class Listings(RecordsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/objects/2026-03/0-420",)


class AsyncListings(AsyncRecordsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-03/0-420",)


class Meetings(RecordsWithAssociations):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/meetings",)


class AsyncMeetings(AsyncRecordsWithAssociations):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/meetings",)


class Notes(RecordsWithAssociations):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/notes",)


class AsyncNotes(AsyncRecordsWithAssociations):
    """Notes: free text, written down on the records it concerns."""

    _roots = ("/crm/objects/2026-03/notes",)


class ObjectLibrary(ObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/object-library/2026-03",)


class AsyncObjectLibrary(AsyncObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account."""

    _roots = ("/crm/object-library/2026-03",)


class Objects(Records):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-03/{objectType}",)


class AsyncObjects(AsyncRecords):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/objects/2026-03/{objectType}",)


class Orders(RecordsWithMergeOperations):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123.

    Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """

    _roots = ("/crm/objects/2026-03/orders",)


class AsyncOrders(AsyncRecordsWithMergeOperations):
    """Orders: what buyers have ordered in a shop, and how far it has come."""

    _roots = ("/crm/objects/2026-03/orders",)


class Owners(OwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: automation, crm.objects.owners.read.
    """

    _roots = ("/crm/owners/2026-03",)


class AsyncOwners(AsyncOwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them."""

    _roots = ("/crm/owners/2026-03",)


class PostalMail(RecordsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/postal_mail",)


class AsyncPostalMail(AsyncRecordsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/postal_mail",)


class Products(RecordsWithAssociations):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/products",)


class AsyncProducts(AsyncRecordsWithAssociations):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/objects/2026-03/products",)


class Projects(RecordsWithAssociationsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970.

    Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """

    _roots = ("/crm/objects/2026-03/projects",)


class AsyncProjects(AsyncRecordsWithAssociationsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them."""

    _roots = ("/crm/objects/2026-03/projects",)


class Properties(PropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/properties/2026-03",)


class AsyncProperties(AsyncPropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

    _roots = ("/crm/properties/2026-03",)


class PropertyValidations(PropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/property-validations/2026-03",)


class AsyncPropertyValidations(AsyncPropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties."""

    _roots = ("/crm/property-validations/2026-03",)


class Quotes(RecordsWithAssociations):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14.

    Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/quotes",)


class AsyncQuotes(AsyncRecordsWithAssociations):
    """Quotes: offers to sell something at a price, for a time."""

    _roots = ("/crm/objects/2026-03/quotes",)


class Services(RecordsWithMerge):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/objects/2026-03/0-162", "/crm/objects/2026-03/services")


class AsyncServices(AsyncRecordsWithMerge):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/objects/2026-03/0-162", "/crm/objects/2026-03/services")


class Subscriptions(RecordsWithAssociations):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69.

    Scopes: crm.objects.subscriptions.read.
    """

    _roots = ("/crm/objects/2026-03/subscriptions",)


class AsyncSubscriptions(AsyncRecordsWithAssociations):
    """Commerce subscriptions: agreements to pay for something again and again."""

    _roots = ("/crm/objects/2026-03/subscriptions",)


class Tasks(RecordsWithAssociations):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/tasks",)


class AsyncTasks(AsyncRecordsWithAssociations):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/tasks",)


class Taxes(RecordsWithAssociations):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/objects/2026-03/taxes",)


class AsyncTaxes(AsyncRecordsWithAssociations):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/objects/2026-03/taxes",)


class Tickets(RecordsWithAssociationsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/objects/2026-03/tickets",)


class AsyncTickets(AsyncRecordsWithAssociationsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/objects/2026-03/tickets",)


class Users(RecordsWithAssociations):
    """Users: the people who work in the account.

    Object type id: 0-115.

    Scopes: crm.objects.users.read, crm.objects.users.write.
    """

    _roots = ("/crm/objects/2026-03/users",)


class AsyncUsers(AsyncRecordsWithAssociations):
    """Users: the people who work in the account."""

    _roots = ("/crm/objects/2026-03/users",)

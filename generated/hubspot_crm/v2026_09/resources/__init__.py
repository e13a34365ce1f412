# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from hubspot_crm.v2025_09.resources._shared import (
    AssociationSchemasOperations,
    AsyncAssociationSchemasOperations,
    AsyncDealSplitsOperations,
    AsyncExportsOperations,
    AsyncListsOperations,
    AsyncObjectsOperations,
    AsyncObjectsOperationsWithMergeAndAssociations,
    AsyncPipelinesOperations,
    AsyncSchemasOperations,
    DealSplitsOperations,
    ExportsOperations,
    ListsOperations,
    ObjectsOperations,
    ObjectsOperationsWithMergeAndAssociations,
    PipelinesOperations,
    SchemasOperations,
)
from hubspot_crm.v2026_09.resources._shared import (
    AsyncObjectsOperationsWithAssociations,
    AsyncObjectsOperationsWithMerge,
    ObjectsOperationsWithAssociations,
    ObjectsOperationsWithMerge,
)
from hubspot_crm.v3.resources._shared import (
    AsyncLimitsOperations,
    AsyncObjectLibraryOperations,
    AsyncOwnersOperations,
    AsyncPropertyValidationsOperations,
    LimitsOperations,
    ObjectLibraryOperations,
    OwnersOperations,
    PropertyValidationsOperations,
)


class Appointments(ObjectsOperationsWithMerge):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/appointments",)


class AsyncAppointments(AsyncObjectsOperationsWithMerge):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """

    _roots = ("/crm/objects/2026-09/appointments",)


class AssociationSchemas(AssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2026-09/definitions", "/crm/associations/2026-09")


class AsyncAssociationSchemas(AsyncAssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """

    _roots = ("/crm/associations/2026-09/definitions", "/crm/associations/2026-09")


class Calls(ObjectsOperations):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/calls",)


class AsyncCalls(AsyncObjectsOperations):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/calls",)


class Carts(ObjectsOperations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/objects/2026-09/carts",)


class AsyncCarts(AsyncObjectsOperations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/objects/2026-09/carts",)


class CommercePayments(ObjectsOperations):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101.

    Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """

    _roots = ("/crm/objects/2026-09/commerce_payments",)


class AsyncCommercePayments(AsyncObjectsOperations):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""

    _roots = ("/crm/objects/2026-09/commerce_payments",)


class Communications(ObjectsOperations):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/communications",)


class AsyncCommunications(AsyncObjectsOperations):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/communications",)


class Companies(ObjectsOperationsWithMerge):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/objects/2026-09/companies",)


class AsyncCompanies(AsyncObjectsOperationsWithMerge):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/objects/2026-09/companies",)


class Contracts(ObjectsOperations):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/objects/2026-09/contracts",)


class AsyncContracts(AsyncObjectsOperations):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/objects/2026-09/contracts",)


class Courses(ObjectsOperations):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410.

    Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """

    _roots = ("/crm/objects/2026-09/courses",)


class AsyncCourses(AsyncObjectsOperations):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-09/courses",)


class CustomObjects(ObjectsOperationsWithMergeAndAssociations):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/{objectType}",)


class AsyncCustomObjects(AsyncObjectsOperationsWithMergeAndAssociations):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/objects/2026-09/{objectType}",)


class DealSplits(DealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """

    _roots = ("/deal-splits/2026-09",)


class AsyncDealSplits(AsyncDealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""

    _roots = ("/deal-splits/2026-09",)


class Deals(ObjectsOperationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/objects/2026-09/deals",)


class AsyncDeals(AsyncObjectsOperationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/objects/2026-09/deals",)


class Discounts(ObjectsOperations):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/discounts",)


class AsyncDiscounts(AsyncObjectsOperations):
    """Discounts: what is taken off the price of a quote."""

    _roots = ("/crm/objects/2026-09/discounts",)


class Emails(ObjectsOperations):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """

    _roots = ("/crm/objects/2026-09/emails",)


class AsyncEmails(AsyncObjectsOperations):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/emails",)


class Exports(ExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """

    _roots = ("/crm/exports/2026-09/export",)


class AsyncExports(AsyncExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file."""

    _roots = ("/crm/exports/2026-09/export",)


class Fees(ObjectsOperations):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/fees",)


class AsyncFees(AsyncObjectsOperations):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/objects/2026-09/fees",)


class Invoices(ObjectsOperationsWithAssociations):
    """Invoices: bills for what was delivered.

    Object type id: 0-53.

    Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """

    _roots = ("/crm/objects/2026-09/invoices",)


class AsyncInvoices(AsyncObjectsOperationsWithAssociations):
    """Invoices: bills for what was delivered."""

    _roots = ("/crm/objects/2026-09/invoices",)


class Leads(ObjectsOperations):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136.

    Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """

    _roots = ("/crm/objects/2026-09/leads",)


class AsyncLeads(AsyncObjectsOperations):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

    _roots = ("/crm/objects/2026-09/leads",)


class Limits(LimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/limits/2026-09",)


class AsyncLimits(AsyncLimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """

    _roots = ("/crm/limits/2026-09",)


class LineItems(ObjectsOperationsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/line_items",)


class AsyncLineItems(AsyncObjectsOperationsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/objects/2026-09/line_items",)


class Listings(ObjectsOperationsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/objects/2026-09/listings",)


class AsyncListings(AsyncObjectsOperationsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-09/listings",)


class Lists(ListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    _roots = ("/crm/lists/2026-09",)


class AsyncLists(AsyncListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """

    _roots = ("/crm/lists/2026-09",)


class Meetings(ObjectsOperations):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/meetings",)


class AsyncMeetings(AsyncObjectsOperations):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/meetings",)


class Notes(ObjectsOperations):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/notes",)


class AsyncNotes(AsyncObjectsOperations):
    """Notes: free text, written down on the records it concerns."""

    _roots = ("/crm/objects/2026-09/notes",)


class ObjectLibrary(ObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/object-library/2026-09",)


class AsyncObjectLibrary(AsyncObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account."""

    _roots = ("/crm/object-library/2026-09",)


class Objects(ObjectsOperations):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/{objectType}",)


class AsyncObjects(AsyncObjectsOperations):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/objects/2026-09/{objectType}",)


class Orders(ObjectsOperationsWithAssociations):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123.

    Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """

    _roots = ("/crm/objects/2026-09/orders",)


class AsyncOrders(AsyncObjectsOperationsWithAssociations):
    """Orders: what buyers have ordered in a shop, and how far it has come."""

    _roots = ("/crm/objects/2026-09/orders",)


class Owners(OwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: crm.objects.owners.read.
    """

    _roots = ("/crm/owners/2026-09",)


class AsyncOwners(AsyncOwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them."""

    _roots = ("/crm/owners/2026-09",)


class Pipelines(PipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/pipelines/2026-09",)


class AsyncPipelines(AsyncPipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    _roots = ("/crm/pipelines/2026-09",)


class PostalMail(ObjectsOperationsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/postal_mail",)


class AsyncPostalMail(AsyncObjectsOperationsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/postal_mail",)


class Products(ObjectsOperationsWithAssociations):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/products",)


class AsyncProducts(AsyncObjectsOperationsWithAssociations):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/objects/2026-09/products",)


class PropertyValidations(PropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/property-validations/2026-09",)


class AsyncPropertyValidations(AsyncPropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties."""

    _roots = ("/crm/property-validations/2026-09",)


class Quotes(ObjectsOperationsWithAssociations):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14.

    Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/quotes",)


class AsyncQuotes(AsyncObjectsOperationsWithAssociations):
    """Quotes: offers to sell something at a price, for a time."""

    _roots = ("/crm/objects/2026-09/quotes",)


class Schemas(SchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.

    Scopes: crm.objects.custom.highly_sensitive.read.v2, crm.objects.custom.read,
    crm.objects.custom.sensitive.read.v2, crm.schemas.custom.read, crm.schemas.custom.write, oauth.
    """

    _roots = ("/crm-object-schemas/2026-09/schemas",)


class AsyncSchemas(AsyncSchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.
    """

    _roots = ("/crm-object-schemas/2026-09/schemas",)


class Services(ObjectsOperationsWithAssociations):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/objects/2026-09/services",)


class AsyncServices(AsyncObjectsOperationsWithAssociations):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/objects/2026-09/services",)


class Subscriptions(ObjectsOperations):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69.

    Scopes: crm.objects.subscriptions.read.
    """

    _roots = ("/crm/objects/2026-09/subscriptions",)


class AsyncSubscriptions(AsyncObjectsOperations):
    """Commerce subscriptions: agreements to pay for something again and again."""

    _roots = ("/crm/objects/2026-09/subscriptions",)


class Tasks(ObjectsOperations):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/tasks",)


class AsyncTasks(AsyncObjectsOperations):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/tasks",)


class Taxes(ObjectsOperationsWithAssociations):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/objects/2026-09/taxes",)


class AsyncTaxes(AsyncObjectsOperationsWithAssociations):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/objects/2026-09/taxes",)


class Tickets(ObjectsOperationsWithMergeAndAssociations):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/objects/2026-09/tickets",)


class AsyncTickets(AsyncObjectsOperationsWithMergeAndAssociations):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/objects/2026-09/tickets",)


class Users(ObjectsOperationsWithAssociations):
    """Users: the people who work in the account.

    Object type id: 0-115.

    Scopes: crm.objects.users.read, crm.objects.users.write.
    """

    _roots = ("/crm/objects/2026-09/users",)


class AsyncUsers(AsyncObjectsOperationsWithAssociations):
    """Users: the people who work in the account."""

    _roots = ("/crm/objects/2026-09/users",)

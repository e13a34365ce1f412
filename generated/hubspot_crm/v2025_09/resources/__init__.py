# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from hubspot_crm.v2025_09.resources._shared import (
    AssociationSchemasOperations,
    AssociationsOperations,
    AsyncAssociationSchemasOperations,
    AsyncAssociationsOperations,
    AsyncDealSplitsOperations,
    AsyncExportsOperations,
    AsyncListsOperations,
    AsyncObjectsOperations,
    AsyncObjectsOperationsWithMergeAndAssociations,
    AsyncPipelinesOperations,
    AsyncPropertiesOperations,
    AsyncRecords,
    AsyncSchemasOperations,
    DealSplitsOperations,
    ExportsOperations,
    ListsOperations,
    ObjectsOperations,
    ObjectsOperationsWithMergeAndAssociations,
    PipelinesOperations,
    PropertiesOperations,
    Records,
    SchemasOperations,
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


class Appointments(Records):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/appointments",)


class AsyncAppointments(AsyncRecords):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """

    _roots = ("/crm/objects/2025-09/appointments",)


class AssociationSchemas(AssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2025-09/definitions", "/crm/associations/2025-09")


class AsyncAssociationSchemas(AsyncAssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """

    _roots = ("/crm/associations/2025-09/definitions", "/crm/associations/2025-09")


class Associations(AssociationsOperations):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2025-09", "/crm/objects/2025-09")


class AsyncAssociations(AsyncAssociationsOperations):
    """Associations: which records belong together, and in which ways."""

    _roots = ("/crm/associations/2025-09", "/crm/objects/2025-09")


class Calls(Records):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/calls",)


class AsyncCalls(AsyncRecords):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/calls",)


class Carts(Records):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/objects/2025-09/carts",)


class AsyncCarts(AsyncRecords):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/objects/2025-09/carts",)


class CommercePayments(Records):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101.

    Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """

    _roots = ("/crm/objects/2025-09/commerce_payments",)


class AsyncCommercePayments(AsyncRecords):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""

    _roots = ("/crm/objects/2025-09/commerce_payments",)


class Communications(Records):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/communications",)


class AsyncCommunications(AsyncRecords):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/communications",)


class Companies(Records):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/objects/2025-09/companies",)


class AsyncCompanies(AsyncRecords):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/objects/2025-09/companies",)


class Contacts(Records):
    """Contacts: people that the account deals with.

    Object type id: 0-1.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/contacts",)


class AsyncContacts(AsyncRecords):
    """Contacts: people that the account deals with."""

    _roots = ("/crm/objects/2025-09/contacts",)


class Contracts(Records):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/objects/2025-09/contracts",)


class AsyncContracts(AsyncRecords):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/objects/2025-09/contracts",)


class Courses(Records):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410.

    Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """

    _roots = ("/crm/objects/2025-09/courses",)


class AsyncCourses(AsyncRecords):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2025-09/courses",)


class CustomObjects(Records):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)


class AsyncCustomObjects(AsyncRecords):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)


class DealSplits(DealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """

    _roots = ("/deal-splits/2025-09",)


class AsyncDealSplits(AsyncDealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""

    _roots = ("/deal-splits/2025-09",)


class Deals(ObjectsOperationsWithMergeAndAssociations):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/objects/2025-09/deals",)


class AsyncDeals(AsyncObjectsOperationsWithMergeAndAssociations):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/objects/2025-09/deals",)


class Discounts(Records):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/discounts",)


class AsyncDiscounts(AsyncRecords):
    """Discounts: what is taken off the price of a quote."""

    _roots = ("/crm/objects/2025-09/discounts",)


class Emails(Records):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """

    _roots = ("/crm/objects/2025-09/emails",)


class AsyncEmails(AsyncRecords):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/emails",)


class Exports(ExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """

    _roots = ("/crm/exports/2025-09/export",)


class AsyncExports(AsyncExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file."""

    _roots = ("/crm/exports/2025-09/export",)


class FeedbackSubmissions(Records):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/objects/2025-09/feedback_submissions",)


class AsyncFeedbackSubmissions(AsyncRecords):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/objects/2025-09/feedback_submissions",)


class Fees(Records):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/fees",)


class AsyncFees(AsyncRecords):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/objects/2025-09/fees",)


class Forecasts(Records):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/forecasts",)


class AsyncForecasts(AsyncRecords):
    """Forecasts: what someone expects to sell in a span of time."""

    _roots = ("/crm/objects/2025-09/forecasts",)


class GoalTargets(Records):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74.

    Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """

    _roots = ("/crm/objects/2025-09/goal_targets",)


class AsyncGoalTargets(AsyncRecords):
    """Goal targets: what a user is meant to reach, and how far they have come."""

    _roots = ("/crm/objects/2025-09/goal_targets",)


class Invoices(Records):
    """Invoices: bills for what was delivered.

    Object type id: 0-53.

    Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """

    _roots = ("/crm/objects/2025-09/invoices",)


class AsyncInvoices(AsyncRecords):
    """Invoices: bills for what was delivered."""

    _roots = ("/crm/objects/2025-09/invoices",)


class Leads(Records):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136.

    Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """

    _roots = ("/crm/objects/2025-09/leads",)


class AsyncLeads(AsyncRecords):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

    _roots = ("/crm/objects/2025-09/leads",)


class Limits(LimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/limits/2025-09",)


class AsyncLimits(AsyncLimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """

    _roots = ("/crm/limits/2025-09",)


class LineItems(Records):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/line_items",)


class AsyncLineItems(AsyncRecords):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/objects/2025-09/line_items",)


class Listings(Records):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/objects/2025-09/listings",)


class AsyncListings(AsyncRecords):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2025-09/listings",)


class Lists(ListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    _roots = ("/crm/lists/2025-09",)


class AsyncLists(AsyncListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """

    _roots = ("/crm/lists/2025-09",)


class Meetings(Records):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/meetings",)


class AsyncMeetings(AsyncRecords):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/meetings",)


class Notes(Records):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/notes",)


class AsyncNotes(AsyncRecords):
    """Notes: free text, written down on the records it concerns."""

    _roots = ("/crm/objects/2025-09/notes",)


class ObjectLibrary(ObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/object-library/2025-09",)


class AsyncObjectLibrary(AsyncObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account."""

    _roots = ("/crm/object-library/2025-09",)


class Objects(ObjectsOperations):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)


class AsyncObjects(AsyncObjectsOperations):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/objects/2025-09/{objectType}",)


class Orders(Records):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123.

    Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """

    _roots = ("/crm/objects/2025-09/orders",)


class AsyncOrders(AsyncRecords):
    """Orders: what buyers have ordered in a shop, and how far it has come."""

    _roots = ("/crm/objects/2025-09/orders",)


class Owners(OwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: crm.objects.owners.read.
    """

    _roots = ("/crm/owners/2025-09",)


class AsyncOwners(AsyncOwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them."""

    _roots = ("/crm/owners/2025-09",)


class PartnerClients(Records):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/objects/2025-09/partner_clients",)


class AsyncPartnerClients(AsyncRecords):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/objects/2025-09/partner_clients",)


class PartnerServices(Records):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/objects/2025-09/partner_services",)


class AsyncPartnerServices(AsyncRecords):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/objects/2025-09/partner_services",)


class Pipelines(PipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/pipelines/2025-09",)


class AsyncPipelines(AsyncPipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    _roots = ("/crm/pipelines/2025-09",)


class PostalMail(Records):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/postal_mail",)


class AsyncPostalMail(AsyncRecords):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/postal_mail",)


class Products(Records):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/products",)


class AsyncProducts(AsyncRecords):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/objects/2025-09/products",)


class Properties(PropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/properties/2025-09",)


class AsyncProperties(AsyncPropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

    _roots = ("/crm/properties/2025-09",)


class PropertyValidations(PropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/property-validations/2025-09",)


class AsyncPropertyValidations(AsyncPropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties."""

    _roots = ("/crm/property-validations/2025-09",)


class Quotes(Records):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14.

    Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/quotes",)


class AsyncQuotes(AsyncRecords):
    """Quotes: offers to sell something at a price, for a time."""

    _roots = ("/crm/objects/2025-09/quotes",)


class Schemas(SchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.

    Scopes: crm.objects.custom.highly_sensitive.read.v2, crm.objects.custom.read,
    crm.objects.custom.sensitive.read.v2, crm.schemas.custom.read, crm.schemas.custom.write, oauth.
    """

    _roots = ("/crm-object-schemas/2025-09/schemas",)


class AsyncSchemas(AsyncSchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.
    """

    _roots = ("/crm-object-schemas/2025-09/schemas",)


class Services(Records):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/objects/2025-09/services",)


class AsyncServices(AsyncRecords):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/objects/2025-09/services",)


class Tasks(Records):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/tasks",)


class AsyncTasks(AsyncRecords):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/tasks",)


class Taxes(Records):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/objects/2025-09/taxes",)


class AsyncTaxes(AsyncRecords):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/objects/2025-09/taxes",)


class Tickets(Records):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/objects/2025-09/tickets",)


class AsyncTickets(AsyncRecords):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/objects/2025-09/tickets",)


class Users(Records):
    """Users: the people who work in the account.

    Object type id: 0-115.

    Scopes: crm.objects.users.read, crm.objects.users.write.
    """

    _roots = ("/crm/objects/2025-09/users",)


class AsyncUsers(AsyncRecords):
    """Users: the people who work in the account."""

    _roots = ("/crm/objects/2025-09/users",)

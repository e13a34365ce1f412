# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from hubspot_crm.v2025_09.resources import _shared as v2025_09
from hubspot_crm.v3.resources import _shared as v3


class Appointments(v2025_09.Records, roots=("/crm/objects/2025-09/appointments",)):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use.

    Object type id: 0-421. Any scope for CRM objects gives access.
    """


class AssociationSchemas(
    v2025_09.AssociationSchemasOperations, roots=("/crm/associations/2025-09/definitions", "/crm/associations/2025-09")
):
    """Association schemas: the kinds of association between two object types, their labels and limits.

    Which scopes are needed depends on the object types that a request is about.
    """


class Associations(v2025_09.AssociationsOperations, roots=("/crm/associations/2025-09", "/crm/objects/2025-09")):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """


class Calls(v2025_09.Records, roots=("/crm/objects/2025-09/calls",)):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Carts(v2025_09.Records, roots=("/crm/objects/2025-09/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142. Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """


class CommercePayments(v2025_09.Records, roots=("/crm/objects/2025-09/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101. Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """


class Communications(v2025_09.Records, roots=("/crm/objects/2025-09/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Companies(v2025_09.Records, roots=("/crm/objects/2025-09/companies",)):
    """Companies: organisations that the account does business with.

    Object type id: 0-2. Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """


class Contacts(v2025_09.Records, roots=("/crm/objects/2025-09/contacts",)):
    """Contacts: people that the account deals with.

    Object type id: 0-1. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Contracts(v2025_09.Records, roots=("/crm/objects/2025-09/contracts",)):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """


class Courses(v2025_09.Records, roots=("/crm/objects/2025-09/courses",)):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410. Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """


class CustomObjects(v2025_09.Records, roots=("/crm/objects/2025-09/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name.

    Any scope for CRM objects gives access.
    """


class DealSplits(v2025_09.DealSplitsOperations, roots=("/deal-splits/2025-09",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """


class Deals(v2025_09.ObjectsOperationsWithMergeAndAssociations, roots=("/crm/objects/2025-09/deals",)):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3. Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """


class Discounts(v2025_09.Records, roots=("/crm/objects/2025-09/discounts",)):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Emails(v2025_09.Records, roots=("/crm/objects/2025-09/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49. Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """


class Exports(v2025_09.ExportsOperations, roots=("/crm/exports/2025-09/export",)):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """


class FeedbackSubmissions(v2025_09.Records, roots=("/crm/objects/2025-09/feedback_submissions",)):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19. Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """


class Fees(v2025_09.Records, roots=("/crm/objects/2025-09/fees",)):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Forecasts(v2025_09.Records, roots=("/crm/objects/2025-09/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """


class GoalTargets(v2025_09.Records, roots=("/crm/objects/2025-09/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74. Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """


class Invoices(v2025_09.Records, roots=("/crm/objects/2025-09/invoices",)):
    """Invoices: bills for what was delivered.

    Object type id: 0-53. Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """


class Leads(v2025_09.Records, roots=("/crm/objects/2025-09/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136. Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """


class Limits(v3.LimitsOperations, roots=("/crm/limits/2025-09",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be.

    Which scopes are needed depends on the object types that a request is about.
    """


class LineItems(v2025_09.Records, roots=("/crm/objects/2025-09/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Listings(v2025_09.Records, roots=("/crm/objects/2025-09/listings",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420. Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """


class Lists(v2025_09.ListsOperations, roots=("/crm/lists/2025-09",)):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """


class Meetings(v2025_09.Records, roots=("/crm/objects/2025-09/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Notes(v2025_09.Records, roots=("/crm/objects/2025-09/notes",)):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class ObjectLibrary(v3.ObjectLibraryOperations, roots=("/crm/object-library/2025-09",)):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """


class Objects(v2025_09.ObjectsOperations, roots=("/crm/objects/2025-09/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """


class Orders(v2025_09.Records, roots=("/crm/objects/2025-09/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123. Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """


class Owners(v3.OwnersOperations, roots=("/crm/owners/2025-09",)):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: crm.objects.owners.read.
    """


class PartnerClients(v2025_09.Records, roots=("/crm/objects/2025-09/partner_clients",)):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """


class PartnerServices(v2025_09.Records, roots=("/crm/objects/2025-09/partner_services",)):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """


class Pipelines(v2025_09.PipelinesOperations, roots=("/crm/pipelines/2025-09",)):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """


class PostalMail(v2025_09.Records, roots=("/crm/objects/2025-09/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Products(v2025_09.Records, roots=("/crm/objects/2025-09/products",)):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7. Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """


class Properties(v2025_09.PropertiesOperations, roots=("/crm/properties/2025-09",)):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """


class PropertyValidations(v3.PropertyValidationsOperations, roots=("/crm/property-validations/2025-09",)):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """


class Quotes(v2025_09.Records, roots=("/crm/objects/2025-09/quotes",)):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14. Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """


class Schemas(v2025_09.SchemasOperations, roots=("/crm-object-schemas/2025-09/schemas",)):
    """Schemas: the definitions of an account's own object types, with their properties and associations.

    Scopes: crm.objects.custom.highly_sensitive.read.v2, crm.objects.custom.read,
    crm.objects.custom.sensitive.read.v2, crm.schemas.custom.read, crm.schemas.custom.write, oauth.
    """


class Services(v2025_09.Records, roots=("/crm/objects/2025-09/services",)):
    """Services: things done for customers over some time. To be activated in the account before use.

    Object type id: 0-162. Scopes: crm.objects.services.read, crm.objects.services.write.
    """


class Tasks(v2025_09.Records, roots=("/crm/objects/2025-09/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Taxes(v2025_09.Records, roots=("/crm/objects/2025-09/taxes",)):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86. Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """


class Tickets(v2025_09.Records, roots=("/crm/objects/2025-09/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5. Scopes: tickets.
    """


class Users(v2025_09.Records, roots=("/crm/objects/2025-09/users",)):
    """Users: the people who work in the account.

    Object type id: 0-115. Scopes: crm.objects.users.read, crm.objects.users.write.
    """


class AsyncAppointments(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/appointments",)):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use."""


class AsyncAssociationSchemas(
    v2025_09.AsyncAssociationSchemasOperations,
    roots=("/crm/associations/2025-09/definitions", "/crm/associations/2025-09"),
):
    """Association schemas: the kinds of association between two object types, their labels and limits."""


class AsyncAssociations(
    v2025_09.AsyncAssociationsOperations, roots=("/crm/associations/2025-09", "/crm/objects/2025-09")
):
    """Associations: which records belong together, and in which ways."""


class AsyncCalls(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/calls",)):
    """Calls: phone calls with people, logged on the records they concern."""


class AsyncCarts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""


class AsyncCommercePayments(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""


class AsyncCommunications(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""


class AsyncCompanies(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/companies",)):
    """Companies: organisations that the account does business with."""


class AsyncContacts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/contacts",)):
    """Contacts: people that the account deals with."""


class AsyncContracts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/contracts",)):
    """Contracts: agreements with a buyer over a span of time."""


class AsyncCourses(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/courses",)):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""


class AsyncCustomObjects(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name."""


class AsyncDealSplits(v2025_09.AsyncDealSplitsOperations, roots=("/deal-splits/2025-09",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""


class AsyncDeals(v2025_09.AsyncObjectsOperationsWithMergeAndAssociations, roots=("/crm/objects/2025-09/deals",)):
    """Deals: sales that are being worked on, from first talk to won or lost."""


class AsyncDiscounts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/discounts",)):
    """Discounts: what is taken off the price of a quote."""


class AsyncEmails(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""


class AsyncExports(v2025_09.AsyncExportsOperations, roots=("/crm/exports/2025-09/export",)):
    """Exports: taking the records of a list or a view out of an account as a file."""


class AsyncFeedbackSubmissions(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/feedback_submissions",)):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""


class AsyncFees(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/fees",)):
    """Fees: what is added to the price of a quote."""


class AsyncForecasts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time."""


class AsyncGoalTargets(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come."""


class AsyncInvoices(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/invoices",)):
    """Invoices: bills for what was delivered."""


class AsyncLeads(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""


class AsyncLimits(v3.AsyncLimitsOperations, roots=("/crm/limits/2025-09",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be."""


class AsyncLineItems(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice."""


class AsyncListings(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/listings",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""


class AsyncLists(v2025_09.AsyncListsOperations, roots=("/crm/lists/2025-09",)):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders."""


class AsyncMeetings(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""


class AsyncNotes(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/notes",)):
    """Notes: free text, written down on the records it concerns."""


class AsyncObjectLibrary(v3.AsyncObjectLibraryOperations, roots=("/crm/object-library/2025-09",)):
    """Object library: which of the object types that have to be activated before use are active in the account."""


class AsyncObjects(v2025_09.AsyncObjectsOperations, roots=("/crm/objects/2025-09/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names."""


class AsyncOrders(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come."""


class AsyncOwners(v3.AsyncOwnersOperations, roots=("/crm/owners/2025-09",)):
    """Owners: the users that records can belong to, with the ids by which records name them."""


class AsyncPartnerClients(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/partner_clients",)):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""


class AsyncPartnerServices(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/partner_services",)):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""


class AsyncPipelines(v2025_09.AsyncPipelinesOperations, roots=("/crm/pipelines/2025-09",)):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""


class AsyncPostalMail(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""


class AsyncProducts(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/products",)):
    """Products: goods and services that the account sells, with their prices."""


class AsyncProperties(v2025_09.AsyncPropertiesOperations, roots=("/crm/properties/2025-09",)):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""


class AsyncPropertyValidations(v3.AsyncPropertyValidationsOperations, roots=("/crm/property-validations/2025-09",)):
    """Property validations: the rules that an account has set for the values of its properties."""


class AsyncQuotes(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/quotes",)):
    """Quotes: offers to sell something at a price, for a time."""


class AsyncSchemas(v2025_09.AsyncSchemasOperations, roots=("/crm-object-schemas/2025-09/schemas",)):
    """Schemas: the definitions of an account's own object types, with their properties and associations."""


class AsyncServices(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/services",)):
    """Services: things done for customers over some time. To be activated in the account before use."""


class AsyncTasks(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern."""


class AsyncTaxes(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/taxes",)):
    """Taxes: what is added to the price of a quote for the state."""


class AsyncTickets(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled."""


class AsyncUsers(v2025_09.AsyncRecords, roots=("/crm/objects/2025-09/users",)):
    """Users: the people who work in the account."""

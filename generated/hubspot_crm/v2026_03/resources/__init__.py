# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client; those with operations of their own have a module each."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources import _shared as v2025_09
from hubspot_crm.v2026_03.resources import _shared as v2026_03
from hubspot_crm.v3.resources import _shared as v3


class Appointments(
    v3.RecordsWithMerge,
    v3.RecordsGdprDeleteMixin,
    v2025_09.RecordsAssociationsMixin,
    roots=("/crm/objects/2026-03/appointments",),
):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use.

    Object type id: 0-421. Any scope for CRM objects gives access.
    """


class Contacts(
    v2026_03.RecordsWithAssociationsWithMerge, v3.RecordsGdprDeleteMixin, roots=("/crm/objects/2026-03/contacts",)
):
    """Contacts: people that the account deals with.

    Object type id: 0-1. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Forecasts(v2025_09.RecordsWithAssociationsAssociationsMixin, roots=("/crm/objects/2026-03/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """


class Lists(
    v3.ListsListAndCreateAndMoreMixin,
    v3.ListsOperationsSearchAndArchiveAndMoreMixin,
    v2025_09.ListsOperationsRecordsMixin,
    roots=("/crm/lists/2026-03",),
):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """


class PartnerClients(
    v3.RecordsGetMixin,
    v3.RecordsListMixin,
    v3.RecordsSearchMixin,
    v3.RecordsUpdateMixin,
    v3.PartnerClientsOperationsBatchMixin,
    v2025_09.RecordsAssociationsMixin,
    roots=("/crm/objects/2026-03/partner_clients",),
):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """


class PartnerServices(
    v3.RecordsGetMixin,
    v3.RecordsListMixin,
    v3.RecordsSearchMixin,
    v3.RecordsUpdateMixin,
    v3.PartnerClientsOperationsBatchMixin,
    roots=("/crm/objects/2026-03/partner_services",),
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """


class Pipelines(
    v3.PipelinesOperationsArchiveAndAuditMixin,
    v2025_09.PipelinesOperationsListAndCreateAndMoreMixin,
    roots=("/crm/pipelines/2026-03",),
):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    stages: Below[PipelinesStages] = Below("PipelinesStages")


class PipelinesStages(
    v3.PipelinesStagesArchiveMixin,
    v3.PipelinesOperationsStagesAuditMixin,
    v2025_09.PipelinesOperationsStagesListAndCreateAndMoreMixin,
):
    """Operations of pipelines.stages."""


class Associations(v2025_09.AssociationsOperations, roots=("/crm/associations/2026-03", "/crm/objects/2026-03")):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """


class Calls(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/calls",)):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Carts(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142. Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """


class CommercePayments(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101. Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """


class Communications(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Companies(v2026_03.RecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/companies",)):
    """Companies: organisations that the account does business with.

    Object type id: 0-2. Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """


class Contracts(v3.ContractsOperations, roots=("/crm/objects/2026-03/contracts",)):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """


class Courses(v2026_03.RecordsWithMerge, roots=("/crm/objects/2026-03/0-410", "/crm/objects/2026-03/courses")):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410. Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """


class CustomObjects(v2026_03.RecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name.

    Any scope for CRM objects gives access.
    """


class DealSplits(v3.DealSplitsOperations, roots=("/deal-splits/2026-03",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """


class Deals(v2026_03.RecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/0-3",)):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3. Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """


class Discounts(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/discounts",)):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Emails(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49. Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """


class Exports(v3.ExportsOperations, roots=("/crm/exports/2026-03/export",)):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """


class FeedbackSubmissions(v3.FeedbackSubmissionsOperations, roots=("/crm/objects/2026-03/feedback_submissions",)):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19. Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """


class Fees(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/fees",)):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class GoalTargets(v3.Records, roots=("/crm/objects/2026-03/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74. Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """


class Invoices(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/invoices",)):
    """Invoices: bills for what was delivered.

    Object type id: 0-53. Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """


class Leads(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136. Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """


class Limits(v3.LimitsOperations, roots=("/crm/limits/2026-03",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be.

    Which scopes are needed depends on the object types that a request is about.
    """


class LineItems(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8. Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """


class Listings(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/0-420",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420. Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """


class Meetings(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Notes(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/notes",)):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class ObjectLibrary(v3.ObjectLibraryOperations, roots=("/crm/object-library/2026-03",)):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """


class Objects(v3.Records, roots=("/crm/objects/2026-03/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """


class Orders(v3.RecordsWithMerge, roots=("/crm/objects/2026-03/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123. Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """


class Owners(v3.OwnersOperations, roots=("/crm/owners/2026-03",)):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: automation, crm.objects.owners.read.
    """


class PostalMail(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Products(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/products",)):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7. Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """


class Projects(v2026_03.RecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/projects",)):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970. Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """


class Properties(v2025_09.PropertiesOperations, roots=("/crm/properties/2026-03",)):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """


class PropertyValidations(v3.PropertyValidationsOperations, roots=("/crm/property-validations/2026-03",)):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """


class Quotes(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/quotes",)):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14. Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """


class Services(v2026_03.RecordsWithMerge, roots=("/crm/objects/2026-03/0-162", "/crm/objects/2026-03/services")):
    """Services: things done for customers over some time. To be activated in the account before use.

    Object type id: 0-162. Scopes: crm.objects.services.read, crm.objects.services.write.
    """


class Subscriptions(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/subscriptions",)):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69. Scopes: crm.objects.subscriptions.read.
    """


class Tasks(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27. Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """


class Taxes(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/taxes",)):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86. Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """


class Tickets(v2026_03.RecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5. Scopes: tickets.
    """


class Users(v2026_03.RecordsWithAssociations, roots=("/crm/objects/2026-03/users",)):
    """Users: the people who work in the account.

    Object type id: 0-115. Scopes: crm.objects.users.read, crm.objects.users.write.
    """


class AsyncAppointments(
    v3.AsyncRecordsWithMerge,
    v3.AsyncRecordsGdprDeleteMixin,
    v2025_09.AsyncRecordsAssociationsMixin,
    roots=("/crm/objects/2026-03/appointments",),
):
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use."""


class AsyncContacts(
    v2026_03.AsyncRecordsWithAssociationsWithMerge,
    v3.AsyncRecordsGdprDeleteMixin,
    roots=("/crm/objects/2026-03/contacts",),
):
    """Contacts: people that the account deals with."""


class AsyncForecasts(v2025_09.AsyncRecordsWithAssociationsAssociationsMixin, roots=("/crm/objects/2026-03/forecasts",)):
    """Forecasts: what someone expects to sell in a span of time."""


class AsyncLists(
    v3.AsyncListsListAndCreateAndMoreMixin,
    v3.AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    v2025_09.AsyncListsOperationsRecordsMixin,
    roots=("/crm/lists/2026-03",),
):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders."""


class AsyncPartnerClients(
    v3.AsyncRecordsGetMixin,
    v3.AsyncRecordsListMixin,
    v3.AsyncRecordsSearchMixin,
    v3.AsyncRecordsUpdateMixin,
    v3.AsyncPartnerClientsOperationsBatchMixin,
    v2025_09.AsyncRecordsAssociationsMixin,
    roots=("/crm/objects/2026-03/partner_clients",),
):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""


class AsyncPartnerServices(
    v3.AsyncRecordsGetMixin,
    v3.AsyncRecordsListMixin,
    v3.AsyncRecordsSearchMixin,
    v3.AsyncRecordsUpdateMixin,
    v3.AsyncPartnerClientsOperationsBatchMixin,
    roots=("/crm/objects/2026-03/partner_services",),
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""


class AsyncPipelines(
    v3.AsyncPipelinesOperationsArchiveAndAuditMixin,
    v2025_09.AsyncPipelinesOperationsListAndCreateAndMoreMixin,
    roots=("/crm/pipelines/2026-03",),
):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    stages: Below[AsyncPipelinesStages] = Below("AsyncPipelinesStages")


class AsyncPipelinesStages(
    v3.AsyncPipelinesStagesArchiveMixin,
    v3.AsyncPipelinesOperationsStagesAuditMixin,
    v2025_09.AsyncPipelinesOperationsStagesListAndCreateAndMoreMixin,
):
    """Operations of pipelines.stages."""


class AsyncAssociations(
    v2025_09.AsyncAssociationsOperations, roots=("/crm/associations/2026-03", "/crm/objects/2026-03")
):
    """Associations: which records belong together, and in which ways."""


class AsyncCalls(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/calls",)):
    """Calls: phone calls with people, logged on the records they concern."""


class AsyncCarts(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/carts",)):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""


class AsyncCommercePayments(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/commerce_payments",)):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""


class AsyncCommunications(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/communications",)):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""


class AsyncCompanies(v2026_03.AsyncRecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/companies",)):
    """Companies: organisations that the account does business with."""


class AsyncContracts(v3.AsyncContractsOperations, roots=("/crm/objects/2026-03/contracts",)):
    """Contracts: agreements with a buyer over a span of time."""


class AsyncCourses(
    v2026_03.AsyncRecordsWithMerge, roots=("/crm/objects/2026-03/0-410", "/crm/objects/2026-03/courses")
):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""


class AsyncCustomObjects(v2026_03.AsyncRecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/{objectType}",)):
    """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name."""


class AsyncDealSplits(v3.AsyncDealSplitsOperations, roots=("/deal-splits/2026-03",)):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""


class AsyncDeals(v2026_03.AsyncRecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/0-3",)):
    """Deals: sales that are being worked on, from first talk to won or lost."""


class AsyncDiscounts(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/discounts",)):
    """Discounts: what is taken off the price of a quote."""


class AsyncEmails(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/emails",)):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""


class AsyncExports(v3.AsyncExportsOperations, roots=("/crm/exports/2026-03/export",)):
    """Exports: taking the records of a list or a view out of an account as a file."""


class AsyncFeedbackSubmissions(
    v3.AsyncFeedbackSubmissionsOperations, roots=("/crm/objects/2026-03/feedback_submissions",)
):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""


class AsyncFees(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/fees",)):
    """Fees: what is added to the price of a quote."""


class AsyncGoalTargets(v3.AsyncRecords, roots=("/crm/objects/2026-03/goal_targets",)):
    """Goal targets: what a user is meant to reach, and how far they have come."""


class AsyncInvoices(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/invoices",)):
    """Invoices: bills for what was delivered."""


class AsyncLeads(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/leads",)):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""


class AsyncLimits(v3.AsyncLimitsOperations, roots=("/crm/limits/2026-03",)):
    """Limits tracking: how many records, properties, pipelines and associations there are and may be."""


class AsyncLineItems(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/line_items",)):
    """Line items: single positions of a deal, a quote or an invoice."""


class AsyncListings(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/0-420",)):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""


class AsyncMeetings(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/meetings",)):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""


class AsyncNotes(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/notes",)):
    """Notes: free text, written down on the records it concerns."""


class AsyncObjectLibrary(v3.AsyncObjectLibraryOperations, roots=("/crm/object-library/2026-03",)):
    """Object library: which of the object types that have to be activated before use are active in the account."""


class AsyncObjects(v3.AsyncRecords, roots=("/crm/objects/2026-03/{objectType}",)):
    """Objects: records of any type, standard or custom, which the path names."""


class AsyncOrders(v3.AsyncRecordsWithMerge, roots=("/crm/objects/2026-03/orders",)):
    """Orders: what buyers have ordered in a shop, and how far it has come."""


class AsyncOwners(v3.AsyncOwnersOperations, roots=("/crm/owners/2026-03",)):
    """Owners: the users that records can belong to, with the ids by which records name them."""


class AsyncPostalMail(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/postal_mail",)):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""


class AsyncProducts(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/products",)):
    """Products: goods and services that the account sells, with their prices."""


class AsyncProjects(v2026_03.AsyncRecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/projects",)):
    """Projects: pieces of work with an end, and what belongs to them."""


class AsyncProperties(v2025_09.AsyncPropertiesOperations, roots=("/crm/properties/2026-03",)):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""


class AsyncPropertyValidations(v3.AsyncPropertyValidationsOperations, roots=("/crm/property-validations/2026-03",)):
    """Property validations: the rules that an account has set for the values of its properties."""


class AsyncQuotes(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/quotes",)):
    """Quotes: offers to sell something at a price, for a time."""


class AsyncServices(
    v2026_03.AsyncRecordsWithMerge, roots=("/crm/objects/2026-03/0-162", "/crm/objects/2026-03/services")
):
    """Services: things done for customers over some time. To be activated in the account before use."""


class AsyncSubscriptions(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/subscriptions",)):
    """Commerce subscriptions: agreements to pay for something again and again."""


class AsyncTasks(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/tasks",)):
    """Tasks: to-dos for people, logged on the records they concern."""


class AsyncTaxes(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/taxes",)):
    """Taxes: what is added to the price of a quote for the state."""


class AsyncTickets(v2026_03.AsyncRecordsWithAssociationsWithMerge, roots=("/crm/objects/2026-03/tickets",)):
    """Tickets: questions and complaints of customers, from asked to settled."""


class AsyncUsers(v2026_03.AsyncRecordsWithAssociations, roots=("/crm/objects/2026-03/users",)):
    """Users: the people who work in the account."""

# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The clients of hubspot-crm, version 2025-09."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from hubspot_crm._core.client import AsyncClient, AsyncCredential, Client, Credential
from hubspot_crm._core.lazy import Lazy
from hubspot_crm._core.operation import expand
from hubspot_crm._core.security import Bearer
from hubspot_crm._core.support import warn_after
from hubspot_crm._core.transport import AsyncTransport, DEFAULT_TIMEOUT, Timeout, Transport

if TYPE_CHECKING:
    from hubspot_crm.v2025_09.resources.appointments import Appointments, AsyncAppointments
    from hubspot_crm.v2025_09.resources.association_schemas import AssociationSchemas, AsyncAssociationSchemas
    from hubspot_crm.v2025_09.resources.associations import Associations, AsyncAssociations
    from hubspot_crm.v2025_09.resources.calls import AsyncCalls, Calls
    from hubspot_crm.v2025_09.resources.carts import AsyncCarts, Carts
    from hubspot_crm.v2025_09.resources.commerce_payments import AsyncCommercePayments, CommercePayments
    from hubspot_crm.v2025_09.resources.communications import AsyncCommunications, Communications
    from hubspot_crm.v2025_09.resources.companies import AsyncCompanies, Companies
    from hubspot_crm.v2025_09.resources.contacts import AsyncContacts, Contacts
    from hubspot_crm.v2025_09.resources.contracts import AsyncContracts, Contracts
    from hubspot_crm.v2025_09.resources.courses import AsyncCourses, Courses
    from hubspot_crm.v2025_09.resources.custom_objects import AsyncCustomObjects, CustomObjects
    from hubspot_crm.v2025_09.resources.deal_splits import AsyncDealSplits, DealSplits
    from hubspot_crm.v2025_09.resources.deals import AsyncDeals, Deals
    from hubspot_crm.v2025_09.resources.discounts import AsyncDiscounts, Discounts
    from hubspot_crm.v2025_09.resources.emails import AsyncEmails, Emails
    from hubspot_crm.v2025_09.resources.exports import AsyncExports, Exports
    from hubspot_crm.v2025_09.resources.feedback_submissions import AsyncFeedbackSubmissions, FeedbackSubmissions
    from hubspot_crm.v2025_09.resources.fees import AsyncFees, Fees
    from hubspot_crm.v2025_09.resources.forecasts import AsyncForecasts, Forecasts
    from hubspot_crm.v2025_09.resources.goal_targets import AsyncGoalTargets, GoalTargets
    from hubspot_crm.v2025_09.resources.imports import AsyncImports, Imports
    from hubspot_crm.v2025_09.resources.invoices import AsyncInvoices, Invoices
    from hubspot_crm.v2025_09.resources.leads import AsyncLeads, Leads
    from hubspot_crm.v2025_09.resources.limits import AsyncLimits, Limits
    from hubspot_crm.v2025_09.resources.line_items import AsyncLineItems, LineItems
    from hubspot_crm.v2025_09.resources.listings import AsyncListings, Listings
    from hubspot_crm.v2025_09.resources.lists import AsyncLists, Lists
    from hubspot_crm.v2025_09.resources.meetings import AsyncMeetings, Meetings
    from hubspot_crm.v2025_09.resources.notes import AsyncNotes, Notes
    from hubspot_crm.v2025_09.resources.object_library import AsyncObjectLibrary, ObjectLibrary
    from hubspot_crm.v2025_09.resources.objects import AsyncObjects, Objects
    from hubspot_crm.v2025_09.resources.orders import AsyncOrders, Orders
    from hubspot_crm.v2025_09.resources.owners import AsyncOwners, Owners
    from hubspot_crm.v2025_09.resources.partner_clients import AsyncPartnerClients, PartnerClients
    from hubspot_crm.v2025_09.resources.partner_services import AsyncPartnerServices, PartnerServices
    from hubspot_crm.v2025_09.resources.pipelines import AsyncPipelines, Pipelines
    from hubspot_crm.v2025_09.resources.postal_mail import AsyncPostalMail, PostalMail
    from hubspot_crm.v2025_09.resources.products import AsyncProducts, Products
    from hubspot_crm.v2025_09.resources.properties import AsyncProperties, Properties
    from hubspot_crm.v2025_09.resources.property_validations import AsyncPropertyValidations, PropertyValidations
    from hubspot_crm.v2025_09.resources.quotes import AsyncQuotes, Quotes
    from hubspot_crm.v2025_09.resources.schemas import AsyncSchemas, Schemas
    from hubspot_crm.v2025_09.resources.services import AsyncServices, Services
    from hubspot_crm.v2025_09.resources.subscriptions import AsyncSubscriptions, Subscriptions
    from hubspot_crm.v2025_09.resources.tasks import AsyncTasks, Tasks
    from hubspot_crm.v2025_09.resources.taxes import AsyncTaxes, Taxes
    from hubspot_crm.v2025_09.resources.tickets import AsyncTickets, Tickets
    from hubspot_crm.v2025_09.resources.users import AsyncUsers, Users


class HubSpot(Client):
    """A client of hubspot-crm, version 2025-09.

    Supported until 2027-03-31. Import the client from hubspot_crm.v2026_09; a type checker lists what differs.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a callable that gives
            one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        timeout: Seconds for each step of a call, a Timeout, or None for no limit.
        headers: Sent with every request.
        transport: Sends the requests in place of the client's own pool of connections.
    """

    appointments: Lazy[Appointments] = Lazy("hubspot_crm.v2025_09.resources.appointments", "Appointments")
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """
    association_schemas: Lazy[AssociationSchemas] = Lazy(
        "hubspot_crm.v2025_09.resources.association_schemas", "AssociationSchemas"
    )
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """
    associations: Lazy[Associations] = Lazy("hubspot_crm.v2025_09.resources.associations", "Associations")
    """Associations: which records belong together, and in which ways."""
    calls: Lazy[Calls] = Lazy("hubspot_crm.v2025_09.resources.calls", "Calls")
    """Calls: phone calls with people, logged on the records they concern."""
    carts: Lazy[Carts] = Lazy("hubspot_crm.v2025_09.resources.carts", "Carts")
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""
    commerce_payments: Lazy[CommercePayments] = Lazy(
        "hubspot_crm.v2025_09.resources.commerce_payments", "CommercePayments"
    )
    """Commerce payments: money that was taken, or is being taken, from a buyer."""
    communications: Lazy[Communications] = Lazy("hubspot_crm.v2025_09.resources.communications", "Communications")
    """Communications: messages by text, chat app or social network, logged on the records they concern."""
    companies: Lazy[Companies] = Lazy("hubspot_crm.v2025_09.resources.companies", "Companies")
    """Companies: organisations that the account does business with."""
    contacts: Lazy[Contacts] = Lazy("hubspot_crm.v2025_09.resources.contacts", "Contacts")
    """Contacts: people that the account deals with."""
    contracts: Lazy[Contracts] = Lazy("hubspot_crm.v2025_09.resources.contracts", "Contracts")
    """Contracts: agreements with a buyer over a span of time."""
    courses: Lazy[Courses] = Lazy("hubspot_crm.v2025_09.resources.courses", "Courses")
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""
    deal_splits: Lazy[DealSplits] = Lazy("hubspot_crm.v2025_09.resources.deal_splits", "DealSplits")
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""
    deals: Lazy[Deals] = Lazy("hubspot_crm.v2025_09.resources.deals", "Deals")
    """Deals: sales that are being worked on, from first talk to won or lost."""
    discounts: Lazy[Discounts] = Lazy("hubspot_crm.v2025_09.resources.discounts", "Discounts")
    """Discounts: what is taken off the price of a quote."""
    emails: Lazy[Emails] = Lazy("hubspot_crm.v2025_09.resources.emails", "Emails")
    """Emails: messages by e-mail, one to one, logged on the records they concern."""
    exports: Lazy[Exports] = Lazy("hubspot_crm.v2025_09.resources.exports", "Exports")
    """Exports: taking the records of a list or a view out of an account as a file."""
    feedback_submissions: Lazy[FeedbackSubmissions] = Lazy(
        "hubspot_crm.v2025_09.resources.feedback_submissions", "FeedbackSubmissions"
    )
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""
    fees: Lazy[Fees] = Lazy("hubspot_crm.v2025_09.resources.fees", "Fees")
    """Fees: what is added to the price of a quote."""
    forecasts: Lazy[Forecasts] = Lazy("hubspot_crm.v2025_09.resources.forecasts", "Forecasts")
    """Forecasts: what someone expects to sell in a span of time."""
    goal_targets: Lazy[GoalTargets] = Lazy("hubspot_crm.v2025_09.resources.goal_targets", "GoalTargets")
    """Goal targets: what a user is meant to reach, and how far they have come."""
    imports: Lazy[Imports] = Lazy("hubspot_crm.v2025_09.resources.imports", "Imports")
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in."""
    invoices: Lazy[Invoices] = Lazy("hubspot_crm.v2025_09.resources.invoices", "Invoices")
    """Invoices: bills for what was delivered."""
    leads: Lazy[Leads] = Lazy("hubspot_crm.v2025_09.resources.leads", "Leads")
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""
    limits: Lazy[Limits] = Lazy("hubspot_crm.v2025_09.resources.limits", "Limits")
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """
    line_items: Lazy[LineItems] = Lazy("hubspot_crm.v2025_09.resources.line_items", "LineItems")
    """Line items: single positions of a deal, a quote or an invoice."""
    listings: Lazy[Listings] = Lazy("hubspot_crm.v2025_09.resources.listings", "Listings")
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""
    lists: Lazy[Lists] = Lazy("hubspot_crm.v2025_09.resources.lists", "Lists")
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """
    meetings: Lazy[Meetings] = Lazy("hubspot_crm.v2025_09.resources.meetings", "Meetings")
    """Meetings: meetings with people, planned or past, logged on the records they concern."""
    notes: Lazy[Notes] = Lazy("hubspot_crm.v2025_09.resources.notes", "Notes")
    """Notes: free text, written down on the records it concerns."""
    object_library: Lazy[ObjectLibrary] = Lazy("hubspot_crm.v2025_09.resources.object_library", "ObjectLibrary")
    """Object library: which of the object types that have to be activated before use are active in the account."""
    orders: Lazy[Orders] = Lazy("hubspot_crm.v2025_09.resources.orders", "Orders")
    """Orders: what buyers have ordered in a shop, and how far it has come."""
    owners: Lazy[Owners] = Lazy("hubspot_crm.v2025_09.resources.owners", "Owners")
    """Owners: the users that records can belong to, with the ids by which records name them."""
    partner_clients: Lazy[PartnerClients] = Lazy("hubspot_crm.v2025_09.resources.partner_clients", "PartnerClients")
    """Partner clients: customers whom a solutions partner and the vendor have in common."""
    partner_services: Lazy[PartnerServices] = Lazy("hubspot_crm.v2025_09.resources.partner_services", "PartnerServices")
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""
    pipelines: Lazy[Pipelines] = Lazy("hubspot_crm.v2025_09.resources.pipelines", "Pipelines")
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""
    postal_mail: Lazy[PostalMail] = Lazy("hubspot_crm.v2025_09.resources.postal_mail", "PostalMail")
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""
    products: Lazy[Products] = Lazy("hubspot_crm.v2025_09.resources.products", "Products")
    """Products: goods and services that the account sells, with their prices."""
    properties: Lazy[Properties] = Lazy("hubspot_crm.v2025_09.resources.properties", "Properties")
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""
    property_validations: Lazy[PropertyValidations] = Lazy(
        "hubspot_crm.v2025_09.resources.property_validations", "PropertyValidations"
    )
    """Property validations: the rules that an account has set for the values of its properties."""
    quotes: Lazy[Quotes] = Lazy("hubspot_crm.v2025_09.resources.quotes", "Quotes")
    """Quotes: offers to sell something at a price, for a time."""
    schemas: Lazy[Schemas] = Lazy("hubspot_crm.v2025_09.resources.schemas", "Schemas")
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.
    """
    services: Lazy[Services] = Lazy("hubspot_crm.v2025_09.resources.services", "Services")
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """
    subscriptions: Lazy[Subscriptions] = Lazy("hubspot_crm.v2025_09.resources.subscriptions", "Subscriptions")
    """Commerce subscriptions: agreements to pay for something again and again."""
    tasks: Lazy[Tasks] = Lazy("hubspot_crm.v2025_09.resources.tasks", "Tasks")
    """Tasks: to-dos for people, logged on the records they concern."""
    taxes: Lazy[Taxes] = Lazy("hubspot_crm.v2025_09.resources.taxes", "Taxes")
    """Taxes: what is added to the price of a quote for the state."""
    tickets: Lazy[Tickets] = Lazy("hubspot_crm.v2025_09.resources.tickets", "Tickets")
    """Tickets: questions and complaints of customers, from asked to settled."""
    users: Lazy[Users] = Lazy("hubspot_crm.v2025_09.resources.users", "Users")
    """Users: the people who work in the account."""

    def __init__(
        self,
        access_token: Credential,
        *,
        base_url: str = "https://api.hubapi.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        warn_after(
            date(2027, 3, 31),
            version="2025-09",
            advice="Import the client from hubspot_crm.v2026_09; a type checker lists what differs.",
        )
        super().__init__(
            base_url=base_url,
            user_agent="hubspot-crm/0.1.0",
            security={
                "access_token": Bearer(access_token),
            },
            timeout=timeout,
            headers=headers,
            transport=transport,
        )

    def custom_objects(self, object_type: str) -> CustomObjects:
        """Custom objects: records of the types that an account has defined for itself. The path names the type, as
        2-3465404 or by its full name.
        """
        from hubspot_crm.v2025_09.resources.custom_objects import CustomObjects

        return CustomObjects(
            self,
            (expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type}),),
        )

    def objects(self, object_type: str) -> Objects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2025_09.resources.objects import Objects

        return Objects(
            self,
            (expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type}),),
        )


class AsyncHubSpot(AsyncClient):
    """An async client of hubspot-crm, version 2025-09.

    Supported until 2027-03-31. Import the client from hubspot_crm.v2026_09; a type checker lists what differs.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a callable that gives
            one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        timeout: Seconds for each step of a call, a Timeout, or None for no limit.
        headers: Sent with every request.
        transport: Sends the requests in place of the client's own pool of connections.
    """

    appointments: Lazy[AsyncAppointments] = Lazy("hubspot_crm.v2025_09.resources.appointments", "AsyncAppointments")
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """
    association_schemas: Lazy[AsyncAssociationSchemas] = Lazy(
        "hubspot_crm.v2025_09.resources.association_schemas", "AsyncAssociationSchemas"
    )
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """
    associations: Lazy[AsyncAssociations] = Lazy("hubspot_crm.v2025_09.resources.associations", "AsyncAssociations")
    """Associations: which records belong together, and in which ways."""
    calls: Lazy[AsyncCalls] = Lazy("hubspot_crm.v2025_09.resources.calls", "AsyncCalls")
    """Calls: phone calls with people, logged on the records they concern."""
    carts: Lazy[AsyncCarts] = Lazy("hubspot_crm.v2025_09.resources.carts", "AsyncCarts")
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""
    commerce_payments: Lazy[AsyncCommercePayments] = Lazy(
        "hubspot_crm.v2025_09.resources.commerce_payments", "AsyncCommercePayments"
    )
    """Commerce payments: money that was taken, or is being taken, from a buyer."""
    communications: Lazy[AsyncCommunications] = Lazy(
        "hubspot_crm.v2025_09.resources.communications", "AsyncCommunications"
    )
    """Communications: messages by text, chat app or social network, logged on the records they concern."""
    companies: Lazy[AsyncCompanies] = Lazy("hubspot_crm.v2025_09.resources.companies", "AsyncCompanies")
    """Companies: organisations that the account does business with."""
    contacts: Lazy[AsyncContacts] = Lazy("hubspot_crm.v2025_09.resources.contacts", "AsyncContacts")
    """Contacts: people that the account deals with."""
    contracts: Lazy[AsyncContracts] = Lazy("hubspot_crm.v2025_09.resources.contracts", "AsyncContracts")
    """Contracts: agreements with a buyer over a span of time."""
    courses: Lazy[AsyncCourses] = Lazy("hubspot_crm.v2025_09.resources.courses", "AsyncCourses")
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""
    deal_splits: Lazy[AsyncDealSplits] = Lazy("hubspot_crm.v2025_09.resources.deal_splits", "AsyncDealSplits")
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""
    deals: Lazy[AsyncDeals] = Lazy("hubspot_crm.v2025_09.resources.deals", "AsyncDeals")
    """Deals: sales that are being worked on, from first talk to won or lost."""
    discounts: Lazy[AsyncDiscounts] = Lazy("hubspot_crm.v2025_09.resources.discounts", "AsyncDiscounts")
    """Discounts: what is taken off the price of a quote."""
    emails: Lazy[AsyncEmails] = Lazy("hubspot_crm.v2025_09.resources.emails", "AsyncEmails")
    """Emails: messages by e-mail, one to one, logged on the records they concern."""
    exports: Lazy[AsyncExports] = Lazy("hubspot_crm.v2025_09.resources.exports", "AsyncExports")
    """Exports: taking the records of a list or a view out of an account as a file."""
    feedback_submissions: Lazy[AsyncFeedbackSubmissions] = Lazy(
        "hubspot_crm.v2025_09.resources.feedback_submissions", "AsyncFeedbackSubmissions"
    )
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""
    fees: Lazy[AsyncFees] = Lazy("hubspot_crm.v2025_09.resources.fees", "AsyncFees")
    """Fees: what is added to the price of a quote."""
    forecasts: Lazy[AsyncForecasts] = Lazy("hubspot_crm.v2025_09.resources.forecasts", "AsyncForecasts")
    """Forecasts: what someone expects to sell in a span of time."""
    goal_targets: Lazy[AsyncGoalTargets] = Lazy("hubspot_crm.v2025_09.resources.goal_targets", "AsyncGoalTargets")
    """Goal targets: what a user is meant to reach, and how far they have come."""
    imports: Lazy[AsyncImports] = Lazy("hubspot_crm.v2025_09.resources.imports", "AsyncImports")
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in."""
    invoices: Lazy[AsyncInvoices] = Lazy("hubspot_crm.v2025_09.resources.invoices", "AsyncInvoices")
    """Invoices: bills for what was delivered."""
    leads: Lazy[AsyncLeads] = Lazy("hubspot_crm.v2025_09.resources.leads", "AsyncLeads")
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""
    limits: Lazy[AsyncLimits] = Lazy("hubspot_crm.v2025_09.resources.limits", "AsyncLimits")
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """
    line_items: Lazy[AsyncLineItems] = Lazy("hubspot_crm.v2025_09.resources.line_items", "AsyncLineItems")
    """Line items: single positions of a deal, a quote or an invoice."""
    listings: Lazy[AsyncListings] = Lazy("hubspot_crm.v2025_09.resources.listings", "AsyncListings")
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""
    lists: Lazy[AsyncLists] = Lazy("hubspot_crm.v2025_09.resources.lists", "AsyncLists")
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """
    meetings: Lazy[AsyncMeetings] = Lazy("hubspot_crm.v2025_09.resources.meetings", "AsyncMeetings")
    """Meetings: meetings with people, planned or past, logged on the records they concern."""
    notes: Lazy[AsyncNotes] = Lazy("hubspot_crm.v2025_09.resources.notes", "AsyncNotes")
    """Notes: free text, written down on the records it concerns."""
    object_library: Lazy[AsyncObjectLibrary] = Lazy(
        "hubspot_crm.v2025_09.resources.object_library", "AsyncObjectLibrary"
    )
    """Object library: which of the object types that have to be activated before use are active in the account."""
    orders: Lazy[AsyncOrders] = Lazy("hubspot_crm.v2025_09.resources.orders", "AsyncOrders")
    """Orders: what buyers have ordered in a shop, and how far it has come."""
    owners: Lazy[AsyncOwners] = Lazy("hubspot_crm.v2025_09.resources.owners", "AsyncOwners")
    """Owners: the users that records can belong to, with the ids by which records name them."""
    partner_clients: Lazy[AsyncPartnerClients] = Lazy(
        "hubspot_crm.v2025_09.resources.partner_clients", "AsyncPartnerClients"
    )
    """Partner clients: customers whom a solutions partner and the vendor have in common."""
    partner_services: Lazy[AsyncPartnerServices] = Lazy(
        "hubspot_crm.v2025_09.resources.partner_services", "AsyncPartnerServices"
    )
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""
    pipelines: Lazy[AsyncPipelines] = Lazy("hubspot_crm.v2025_09.resources.pipelines", "AsyncPipelines")
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""
    postal_mail: Lazy[AsyncPostalMail] = Lazy("hubspot_crm.v2025_09.resources.postal_mail", "AsyncPostalMail")
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""
    products: Lazy[AsyncProducts] = Lazy("hubspot_crm.v2025_09.resources.products", "AsyncProducts")
    """Products: goods and services that the account sells, with their prices."""
    properties: Lazy[AsyncProperties] = Lazy("hubspot_crm.v2025_09.resources.properties", "AsyncProperties")
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""
    property_validations: Lazy[AsyncPropertyValidations] = Lazy(
        "hubspot_crm.v2025_09.resources.property_validations", "AsyncPropertyValidations"
    )
    """Property validations: the rules that an account has set for the values of its properties."""
    quotes: Lazy[AsyncQuotes] = Lazy("hubspot_crm.v2025_09.resources.quotes", "AsyncQuotes")
    """Quotes: offers to sell something at a price, for a time."""
    schemas: Lazy[AsyncSchemas] = Lazy("hubspot_crm.v2025_09.resources.schemas", "AsyncSchemas")
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.
    """
    services: Lazy[AsyncServices] = Lazy("hubspot_crm.v2025_09.resources.services", "AsyncServices")
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """
    subscriptions: Lazy[AsyncSubscriptions] = Lazy("hubspot_crm.v2025_09.resources.subscriptions", "AsyncSubscriptions")
    """Commerce subscriptions: agreements to pay for something again and again."""
    tasks: Lazy[AsyncTasks] = Lazy("hubspot_crm.v2025_09.resources.tasks", "AsyncTasks")
    """Tasks: to-dos for people, logged on the records they concern."""
    taxes: Lazy[AsyncTaxes] = Lazy("hubspot_crm.v2025_09.resources.taxes", "AsyncTaxes")
    """Taxes: what is added to the price of a quote for the state."""
    tickets: Lazy[AsyncTickets] = Lazy("hubspot_crm.v2025_09.resources.tickets", "AsyncTickets")
    """Tickets: questions and complaints of customers, from asked to settled."""
    users: Lazy[AsyncUsers] = Lazy("hubspot_crm.v2025_09.resources.users", "AsyncUsers")
    """Users: the people who work in the account."""

    def __init__(
        self,
        access_token: AsyncCredential,
        *,
        base_url: str = "https://api.hubapi.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        warn_after(
            date(2027, 3, 31),
            version="2025-09",
            advice="Import the client from hubspot_crm.v2026_09; a type checker lists what differs.",
        )
        super().__init__(
            base_url=base_url,
            user_agent="hubspot-crm/0.1.0",
            security={
                "access_token": Bearer(access_token),
            },
            timeout=timeout,
            headers=headers,
            transport=transport,
        )

    def custom_objects(self, object_type: str) -> AsyncCustomObjects:
        """Custom objects: records of the types that an account has defined for itself. The path names the type, as
        2-3465404 or by its full name.
        """
        from hubspot_crm.v2025_09.resources.custom_objects import AsyncCustomObjects

        return AsyncCustomObjects(
            self,
            (expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type}),),
        )

    def objects(self, object_type: str) -> AsyncObjects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2025_09.resources.objects import AsyncObjects

        return AsyncObjects(
            self,
            (expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type}),),
        )

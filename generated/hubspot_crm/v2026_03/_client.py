# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The clients of hubspot-crm, version 2026-03."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

# fmt: off
from hubspot_crm._core.client import (
    AsyncClient, AsyncClientOptions, AsyncCredential, Client, ClientOptions, Credential,
)
# fmt: on
from hubspot_crm._core.lazy import Lazy, expand
from hubspot_crm._core.security import Bearer
from hubspot_crm._core.support import warn_after
from hubspot_crm._settings import SETTINGS

if TYPE_CHECKING:
    from hubspot_crm.v2026_03 import resources
    from hubspot_crm.v2026_03.resources import AsyncCustomObjects, AsyncObjects, CustomObjects, Objects
    from hubspot_crm.v2026_03.resources.association_schemas import AssociationSchemas, AsyncAssociationSchemas
    from hubspot_crm.v2026_03.resources.imports import AsyncImports, Imports
    from hubspot_crm.v2026_03.resources.schemas import AsyncSchemas, Schemas


class HubSpot(Client):
    """A client of hubspot-crm, version 2026-03.

    Supported until 2027-09-30. Import the client from hubspot_crm.v2026_09; a type checker lists what differs.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a callable that gives
            one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        options: As ClientOptions has them: timeout, headers, retries, transport and others.
    """

    appointments: Lazy[resources.Appointments] = Lazy(".resources", "Appointments")
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use."""
    association_schemas: Lazy[AssociationSchemas] = Lazy(".resources.association_schemas", "AssociationSchemas")
    """Association schemas: the kinds of association between two object types, their labels and limits."""
    associations: Lazy[resources.Associations] = Lazy(".resources", "Associations")
    """Associations: which records belong together, and in which ways."""
    calls: Lazy[resources.Calls] = Lazy(".resources", "Calls")
    """Calls: phone calls with people, logged on the records they concern."""
    carts: Lazy[resources.Carts] = Lazy(".resources", "Carts")
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""
    commerce_payments: Lazy[resources.CommercePayments] = Lazy(".resources", "CommercePayments")
    """Commerce payments: money that was taken, or is being taken, from a buyer."""
    communications: Lazy[resources.Communications] = Lazy(".resources", "Communications")
    """Communications: messages by text, chat app or social network, logged on the records they concern."""
    companies: Lazy[resources.Companies] = Lazy(".resources", "Companies")
    """Companies: organisations that the account does business with."""
    contacts: Lazy[resources.Contacts] = Lazy(".resources", "Contacts")
    """Contacts: people that the account deals with."""
    contracts: Lazy[resources.Contracts] = Lazy(".resources", "Contracts")
    """Contracts: agreements with a buyer over a span of time."""
    courses: Lazy[resources.Courses] = Lazy(".resources", "Courses")
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""
    deal_splits: Lazy[resources.DealSplits] = Lazy(".resources", "DealSplits")
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""
    deals: Lazy[resources.Deals] = Lazy(".resources", "Deals")
    """Deals: sales that are being worked on, from first talk to won or lost."""
    discounts: Lazy[resources.Discounts] = Lazy(".resources", "Discounts")
    """Discounts: what is taken off the price of a quote."""
    emails: Lazy[resources.Emails] = Lazy(".resources", "Emails")
    """Emails: messages by e-mail, one to one, logged on the records they concern."""
    exports: Lazy[resources.Exports] = Lazy(".resources", "Exports")
    """Exports: taking the records of a list or a view out of an account as a file."""
    feedback_submissions: Lazy[resources.FeedbackSubmissions] = Lazy(".resources", "FeedbackSubmissions")
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""
    fees: Lazy[resources.Fees] = Lazy(".resources", "Fees")
    """Fees: what is added to the price of a quote."""
    forecasts: Lazy[resources.Forecasts] = Lazy(".resources", "Forecasts")
    """Forecasts: what someone expects to sell in a span of time."""
    goal_targets: Lazy[resources.GoalTargets] = Lazy(".resources", "GoalTargets")
    """Goal targets: what a user is meant to reach, and how far they have come."""
    imports: Lazy[Imports] = Lazy(".resources.imports", "Imports")
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in."""
    invoices: Lazy[resources.Invoices] = Lazy(".resources", "Invoices")
    """Invoices: bills for what was delivered."""
    leads: Lazy[resources.Leads] = Lazy(".resources", "Leads")
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""
    limits: Lazy[resources.Limits] = Lazy(".resources", "Limits")
    """Limits tracking: how many records, properties, pipelines and associations there are and may be."""
    line_items: Lazy[resources.LineItems] = Lazy(".resources", "LineItems")
    """Line items: single positions of a deal, a quote or an invoice."""
    listings: Lazy[resources.Listings] = Lazy(".resources", "Listings")
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""
    lists: Lazy[resources.Lists] = Lazy(".resources", "Lists")
    """Lists: groups of records of one object type, made by hand or by filters, and their folders."""
    meetings: Lazy[resources.Meetings] = Lazy(".resources", "Meetings")
    """Meetings: meetings with people, planned or past, logged on the records they concern."""
    notes: Lazy[resources.Notes] = Lazy(".resources", "Notes")
    """Notes: free text, written down on the records it concerns."""
    object_library: Lazy[resources.ObjectLibrary] = Lazy(".resources", "ObjectLibrary")
    """Object library: which of the object types that have to be activated before use are active in the account."""
    orders: Lazy[resources.Orders] = Lazy(".resources", "Orders")
    """Orders: what buyers have ordered in a shop, and how far it has come."""
    owners: Lazy[resources.Owners] = Lazy(".resources", "Owners")
    """Owners: the users that records can belong to, with the ids by which records name them."""
    partner_clients: Lazy[resources.PartnerClients] = Lazy(".resources", "PartnerClients")
    """Partner clients: customers whom a solutions partner and the vendor have in common."""
    partner_services: Lazy[resources.PartnerServices] = Lazy(".resources", "PartnerServices")
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""
    pipelines: Lazy[resources.Pipelines] = Lazy(".resources", "Pipelines")
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""
    postal_mail: Lazy[resources.PostalMail] = Lazy(".resources", "PostalMail")
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""
    products: Lazy[resources.Products] = Lazy(".resources", "Products")
    """Products: goods and services that the account sells, with their prices."""
    projects: Lazy[resources.Projects] = Lazy(".resources", "Projects")
    """Projects: pieces of work with an end, and what belongs to them."""
    properties: Lazy[resources.Properties] = Lazy(".resources", "Properties")
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""
    property_validations: Lazy[resources.PropertyValidations] = Lazy(".resources", "PropertyValidations")
    """Property validations: the rules that an account has set for the values of its properties."""
    quotes: Lazy[resources.Quotes] = Lazy(".resources", "Quotes")
    """Quotes: offers to sell something at a price, for a time."""
    schemas: Lazy[Schemas] = Lazy(".resources.schemas", "Schemas")
    """Schemas: the definitions of an account's own object types, with their properties and associations."""
    services: Lazy[resources.Services] = Lazy(".resources", "Services")
    """Services: things done for customers over some time. To be activated in the account before use."""
    subscriptions: Lazy[resources.Subscriptions] = Lazy(".resources", "Subscriptions")
    """Commerce subscriptions: agreements to pay for something again and again."""
    tasks: Lazy[resources.Tasks] = Lazy(".resources", "Tasks")
    """Tasks: to-dos for people, logged on the records they concern."""
    taxes: Lazy[resources.Taxes] = Lazy(".resources", "Taxes")
    """Taxes: what is added to the price of a quote for the state."""
    tickets: Lazy[resources.Tickets] = Lazy(".resources", "Tickets")
    """Tickets: questions and complaints of customers, from asked to settled."""
    users: Lazy[resources.Users] = Lazy(".resources", "Users")
    """Users: the people who work in the account."""

    def __init__(
        self,
        access_token: Credential,
        *,
        base_url: str = "https://api.hubapi.com",
        **options: Unpack[ClientOptions],
    ) -> None:
        warn_after(
            date(2027, 9, 30),
            version="2026-03",
            advice="Import the client from hubspot_crm.v2026_09; a type checker lists what differs.",
        )
        super().__init__(
            base_url=base_url,
            product="hubspot-crm/0.1.0",
            security={
                "access_token": Bearer(access_token),
            },
            settings=SETTINGS,
            **options,
        )

    def custom_objects(self, object_type: str) -> CustomObjects:
        """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name."""
        from hubspot_crm.v2026_03.resources import CustomObjects

        return CustomObjects(
            self,
            (expand("/crm/objects/2026-03/{objectType}", {"objectType": object_type}),),
        )

    def objects(self, object_type: str) -> Objects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2026_03.resources import Objects

        return Objects(
            self,
            (expand("/crm/objects/2026-03/{objectType}", {"objectType": object_type}),),
        )


class AsyncHubSpot(AsyncClient):
    """An async client of hubspot-crm, version 2026-03.

    Supported until 2027-09-30. Import the client from hubspot_crm.v2026_09; a type checker lists what differs.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a callable that gives
            one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        options: As ClientOptions has them: timeout, headers, retries, transport and others.
    """

    appointments: Lazy[resources.AsyncAppointments] = Lazy(".resources", "AsyncAppointments")
    """Appointments: times agreed for meeting or serving someone. To be activated in the account before use."""
    association_schemas: Lazy[AsyncAssociationSchemas] = Lazy(
        ".resources.association_schemas", "AsyncAssociationSchemas"
    )
    """Association schemas: the kinds of association between two object types, their labels and limits."""
    associations: Lazy[resources.AsyncAssociations] = Lazy(".resources", "AsyncAssociations")
    """Associations: which records belong together, and in which ways."""
    calls: Lazy[resources.AsyncCalls] = Lazy(".resources", "AsyncCalls")
    """Calls: phone calls with people, logged on the records they concern."""
    carts: Lazy[resources.AsyncCarts] = Lazy(".resources", "AsyncCarts")
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""
    commerce_payments: Lazy[resources.AsyncCommercePayments] = Lazy(".resources", "AsyncCommercePayments")
    """Commerce payments: money that was taken, or is being taken, from a buyer."""
    communications: Lazy[resources.AsyncCommunications] = Lazy(".resources", "AsyncCommunications")
    """Communications: messages by text, chat app or social network, logged on the records they concern."""
    companies: Lazy[resources.AsyncCompanies] = Lazy(".resources", "AsyncCompanies")
    """Companies: organisations that the account does business with."""
    contacts: Lazy[resources.AsyncContacts] = Lazy(".resources", "AsyncContacts")
    """Contacts: people that the account deals with."""
    contracts: Lazy[resources.AsyncContracts] = Lazy(".resources", "AsyncContracts")
    """Contracts: agreements with a buyer over a span of time."""
    courses: Lazy[resources.AsyncCourses] = Lazy(".resources", "AsyncCourses")
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""
    deal_splits: Lazy[resources.AsyncDealSplits] = Lazy(".resources", "AsyncDealSplits")
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""
    deals: Lazy[resources.AsyncDeals] = Lazy(".resources", "AsyncDeals")
    """Deals: sales that are being worked on, from first talk to won or lost."""
    discounts: Lazy[resources.AsyncDiscounts] = Lazy(".resources", "AsyncDiscounts")
    """Discounts: what is taken off the price of a quote."""
    emails: Lazy[resources.AsyncEmails] = Lazy(".resources", "AsyncEmails")
    """Emails: messages by e-mail, one to one, logged on the records they concern."""
    exports: Lazy[resources.AsyncExports] = Lazy(".resources", "AsyncExports")
    """Exports: taking the records of a list or a view out of an account as a file."""
    feedback_submissions: Lazy[resources.AsyncFeedbackSubmissions] = Lazy(".resources", "AsyncFeedbackSubmissions")
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""
    fees: Lazy[resources.AsyncFees] = Lazy(".resources", "AsyncFees")
    """Fees: what is added to the price of a quote."""
    forecasts: Lazy[resources.AsyncForecasts] = Lazy(".resources", "AsyncForecasts")
    """Forecasts: what someone expects to sell in a span of time."""
    goal_targets: Lazy[resources.AsyncGoalTargets] = Lazy(".resources", "AsyncGoalTargets")
    """Goal targets: what a user is meant to reach, and how far they have come."""
    imports: Lazy[AsyncImports] = Lazy(".resources.imports", "AsyncImports")
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in."""
    invoices: Lazy[resources.AsyncInvoices] = Lazy(".resources", "AsyncInvoices")
    """Invoices: bills for what was delivered."""
    leads: Lazy[resources.AsyncLeads] = Lazy(".resources", "AsyncLeads")
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""
    limits: Lazy[resources.AsyncLimits] = Lazy(".resources", "AsyncLimits")
    """Limits tracking: how many records, properties, pipelines and associations there are and may be."""
    line_items: Lazy[resources.AsyncLineItems] = Lazy(".resources", "AsyncLineItems")
    """Line items: single positions of a deal, a quote or an invoice."""
    listings: Lazy[resources.AsyncListings] = Lazy(".resources", "AsyncListings")
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""
    lists: Lazy[resources.AsyncLists] = Lazy(".resources", "AsyncLists")
    """Lists: groups of records of one object type, made by hand or by filters, and their folders."""
    meetings: Lazy[resources.AsyncMeetings] = Lazy(".resources", "AsyncMeetings")
    """Meetings: meetings with people, planned or past, logged on the records they concern."""
    notes: Lazy[resources.AsyncNotes] = Lazy(".resources", "AsyncNotes")
    """Notes: free text, written down on the records it concerns."""
    object_library: Lazy[resources.AsyncObjectLibrary] = Lazy(".resources", "AsyncObjectLibrary")
    """Object library: which of the object types that have to be activated before use are active in the account."""
    orders: Lazy[resources.AsyncOrders] = Lazy(".resources", "AsyncOrders")
    """Orders: what buyers have ordered in a shop, and how far it has come."""
    owners: Lazy[resources.AsyncOwners] = Lazy(".resources", "AsyncOwners")
    """Owners: the users that records can belong to, with the ids by which records name them."""
    partner_clients: Lazy[resources.AsyncPartnerClients] = Lazy(".resources", "AsyncPartnerClients")
    """Partner clients: customers whom a solutions partner and the vendor have in common."""
    partner_services: Lazy[resources.AsyncPartnerServices] = Lazy(".resources", "AsyncPartnerServices")
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""
    pipelines: Lazy[resources.AsyncPipelines] = Lazy(".resources", "AsyncPipelines")
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""
    postal_mail: Lazy[resources.AsyncPostalMail] = Lazy(".resources", "AsyncPostalMail")
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""
    products: Lazy[resources.AsyncProducts] = Lazy(".resources", "AsyncProducts")
    """Products: goods and services that the account sells, with their prices."""
    projects: Lazy[resources.AsyncProjects] = Lazy(".resources", "AsyncProjects")
    """Projects: pieces of work with an end, and what belongs to them."""
    properties: Lazy[resources.AsyncProperties] = Lazy(".resources", "AsyncProperties")
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""
    property_validations: Lazy[resources.AsyncPropertyValidations] = Lazy(".resources", "AsyncPropertyValidations")
    """Property validations: the rules that an account has set for the values of its properties."""
    quotes: Lazy[resources.AsyncQuotes] = Lazy(".resources", "AsyncQuotes")
    """Quotes: offers to sell something at a price, for a time."""
    schemas: Lazy[AsyncSchemas] = Lazy(".resources.schemas", "AsyncSchemas")
    """Schemas: the definitions of an account's own object types, with their properties and associations."""
    services: Lazy[resources.AsyncServices] = Lazy(".resources", "AsyncServices")
    """Services: things done for customers over some time. To be activated in the account before use."""
    subscriptions: Lazy[resources.AsyncSubscriptions] = Lazy(".resources", "AsyncSubscriptions")
    """Commerce subscriptions: agreements to pay for something again and again."""
    tasks: Lazy[resources.AsyncTasks] = Lazy(".resources", "AsyncTasks")
    """Tasks: to-dos for people, logged on the records they concern."""
    taxes: Lazy[resources.AsyncTaxes] = Lazy(".resources", "AsyncTaxes")
    """Taxes: what is added to the price of a quote for the state."""
    tickets: Lazy[resources.AsyncTickets] = Lazy(".resources", "AsyncTickets")
    """Tickets: questions and complaints of customers, from asked to settled."""
    users: Lazy[resources.AsyncUsers] = Lazy(".resources", "AsyncUsers")
    """Users: the people who work in the account."""

    def __init__(
        self,
        access_token: AsyncCredential,
        *,
        base_url: str = "https://api.hubapi.com",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        warn_after(
            date(2027, 9, 30),
            version="2026-03",
            advice="Import the client from hubspot_crm.v2026_09; a type checker lists what differs.",
        )
        super().__init__(
            base_url=base_url,
            product="hubspot-crm/0.1.0",
            security={
                "access_token": Bearer(access_token),
            },
            settings=SETTINGS,
            **options,
        )

    def custom_objects(self, object_type: str) -> AsyncCustomObjects:
        """Custom objects: records of an account's own types, named in the path as 2-3465404 or by full name."""
        from hubspot_crm.v2026_03.resources import AsyncCustomObjects

        return AsyncCustomObjects(
            self,
            (expand("/crm/objects/2026-03/{objectType}", {"objectType": object_type}),),
        )

    def objects(self, object_type: str) -> AsyncObjects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2026_03.resources import AsyncObjects

        return AsyncObjects(
            self,
            (expand("/crm/objects/2026-03/{objectType}", {"objectType": object_type}),),
        )

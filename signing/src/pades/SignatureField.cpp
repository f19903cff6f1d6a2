// SPDX-License-Identifier: Apache-2.0
#include "pades/SignatureField.h"

#include <algorithm>
#include <cmath>

#include "congvu/signing/SigningError.h"
#include "pades/AppearanceNative.h"
#include "pdf/ArchiveProfile.h"

namespace congvu::signing::pades {
namespace {

using pdf::Box;
using pdf::Field;
using pdf::Object;
using pdf::ObjectNumber;

/// Annotation flags (ISO 32000-2, table 167): Print and Locked.
constexpr std::int64_t kPrintAndLocked = 4 + 128;

bool isSensible(const Rectangle& rectangle) {
    const bool finite =
        std::isfinite(rectangle.x) && std::isfinite(rectangle.y) && std::isfinite(rectangle.width) && std::isfinite(rectangle.height);
    return finite && rectangle.width > 0 && rectangle.height > 0 && std::abs(rectangle.x) < 1e5 && std::abs(rectangle.y) < 1e5 &&
           rectangle.width < 1e5 && rectangle.height < 1e5;
}

bool holdsReference(const pdf::Reader& reader, const Object& array, ObjectNumber number) {
    const auto& items = reader.resolve(array).items();
    return std::any_of(items.begin(), items.end(), [&](const Object& item) { return item.isReference() && item.number() == number; });
}

}  // namespace

std::string SignatureField::place(const SignatureRequest& request, ObjectNumber signature) {
    if (restrictions_.permitsNothing()) {
        throw SigningError(ErrorCode::changeNotPermitted, "the certification of this document permits no changes");
    }
    const Field* existing = request.fieldName.empty() ? nullptr : form_.find(request.fieldName);
    std::string name = request.fieldName;
    if (existing != nullptr) {
        useExisting(*existing, request, signature);
    } else {
        name = addNew(request, signature);
    }
    markForm();
    return name;
}

std::string SignatureField::placeTimeStamp(ObjectNumber timeStamp) {
    std::string name = freeName("TimeStamp");
    const pdf::Page page = pdf::PageTree(edit_.reader()).page(1);
    const ObjectNumber widget = edit_.writer().allocate();
    addWidget(page, widget, widgetDictionary(name, page.number, timeStamp));
    markForm();
    return name;
}

void SignatureField::markForm() {
    edit_.changeForm([](Object& form) {
        // Bits 1 and 2: signatures exist, only append (ISO 32000-2, table 225).
        form.set("SigFlags", Object::integer(form.get("SigFlags").integerValue() | 3));
    });
}

void SignatureField::useExisting(const Field& field, const SignatureRequest& request, ObjectNumber signature) {
    if (field.type != "Sig") {
        throw SigningError(ErrorCode::fieldNotFound, "field \"" + field.name + "\" is not a signature field");
    }
    if (!edit_.reader().resolve(field.value).isNull()) {
        throw SigningError(ErrorCode::fieldAlreadySigned, "field \"" + field.name + "\" is already signed");
    }
    if (restrictions_.isLocked(field.name)) {
        throw SigningError(ErrorCode::changeNotPermitted, "an earlier signature locks the field \"" + field.name + '"');
    }
    if (request.lock) {
        throw SigningError(ErrorCode::invalidArgument, "only a new field takes a lock; \"" + field.name + "\" exists");
    }
    lock_ = edit_.reader().get(edit_.reader().object(field.number), "Lock");
    for (auto& entry : lock_.entries()) {
        entry.second = Object(edit_.reader().resolve(entry.second));
    }
    edit_.object(field.number).set("V", Object::reference(signature));
    for (const ObjectNumber widget : field.widgets) {
        dressWidget(widget, request);
    }
}

void SignatureField::dressWidget(ObjectNumber widget, const SignatureRequest& request) {
    const Box box = pdf::boxOf(edit_.reader(), edit_.current(widget).get("Rect"));
    if (request.appearance == nullptr || box.width() <= 0 || box.height() <= 0) {
        return;
    }
    const int rotation = rotationOfPageWith(widget);
    const bool sideways = rotation % 180 != 0;
    const ObjectNumber appearance = writeAppearance(edit_.writer(), *request.appearance, sideways ? box.height() : box.width(),
                                                    sideways ? box.width() : box.height(), rotation);
    edit_.object(widget).set("AP", Object::dictionary({{"N", Object::reference(appearance)}}));
}

int SignatureField::rotationOfPageWith(ObjectNumber widget) const {
    const Object& page = edit_.reader().object(widget).get("P");
    for (const pdf::Page& candidate : pdf::PageTree(edit_.reader()).all()) {
        const bool named = page.isReference() && page.number() == candidate.number;
        if (named ||
            (!page.isReference() && holdsReference(edit_.reader(), edit_.reader().object(candidate.number).get("Annots"), widget))) {
            return candidate.rotation;
        }
    }
    return 0;
}

std::string SignatureField::freeName(const char* stem) const {
    for (int index = 1;; ++index) {
        std::string name = stem + std::to_string(index);
        if (form_.find(name) == nullptr) {
            return name;
        }
    }
}

std::string SignatureField::addNew(const SignatureRequest& request, ObjectNumber signature) {
    const bool visible = request.appearance != nullptr;
    if (visible && !request.placement) {
        throw SigningError(ErrorCode::fieldNotFound, "no signature field named \"" + request.fieldName + "\" and no place for a new one");
    }
    if (visible && !isSensible(request.placement->rectangle)) {
        throw SigningError(ErrorCode::invalidArgument, "the rectangle of a visible signature must have a size");
    }
    // A certified document permits new annotations at level 3 only; an invisible field shows nothing.
    if (visible && !restrictions_.permitsAnnotations()) {
        throw SigningError(ErrorCode::changeNotPermitted, "the certification permits no new visible signature field");
    }
    std::string name = request.fieldName.empty() ? freeName("Signature") : request.fieldName;
    if (name.find('.') != std::string::npos) {
        throw SigningError(ErrorCode::fieldNotFound, "a new field's name cannot hold a full stop: \"" + name + '"');
    }
    const pdf::Page page = pdf::PageTree(edit_.reader()).page(request.placement ? request.placement->page : 1);
    const ObjectNumber widget = edit_.writer().allocate();
    Object dictionary = widgetDictionary(name, page.number, signature);
    if (visible) {
        const Rectangle& shown = request.placement->rectangle;
        dictionary.set("Rect", pdf::toObject(page.toPage(shown)));
        const ObjectNumber appearance = writeAppearance(edit_.writer(), *request.appearance, shown.width, shown.height, page.rotation);
        dictionary.set("AP", Object::dictionary({{"N", Object::reference(appearance)}}));
    }
    if (request.lock) {
        dictionary.set("Lock", Object::reference(writeLock(*request.lock)));
    }
    addWidget(page, widget, std::move(dictionary));
    return name;
}

ObjectNumber SignatureField::writeLock(const FieldLocking& locking) {
    const bool namesFields = locking.fields != FieldLocking::Fields::all;
    const int permission = static_cast<int>(locking.permission);
    if (namesFields == locking.names.empty() || (restrictions_.certification != 0 && permission > restrictions_.certification)) {
        throw SigningError(ErrorCode::invalidArgument, "a lock names its fields or takes all, and permits no more than a certification");
    }
    const char* action = !namesFields ? "All" : locking.fields == FieldLocking::Fields::onlyNamed ? "Include" : "Exclude";
    lock_ = Object::dictionary({{"Type", Object::name("SigFieldLock")}, {"Action", Object::name(action)}});
    if (namesFields) {
        Object names = Object::array();
        for (const std::string& name : locking.names) {
            names.items().push_back(Object::text(name));
        }
        lock_.set("Fields", std::move(names));
    }
    if (permission != 0) {
        lock_.set("P", Object::integer(permission));
    }
    const ObjectNumber number = edit_.writer().allocate();
    edit_.writer().put(number, lock_);
    return number;
}

Object SignatureField::widgetDictionary(const std::string& name, ObjectNumber page, ObjectNumber signature) const {
    return Object::dictionary({{"Type", Object::name("Annot")},
                               {"Subtype", Object::name("Widget")},
                               {"FT", Object::name("Sig")},
                               {"T", Object::text(name)},
                               {"F", Object::integer(kPrintAndLocked)},
                               {"Rect", pdf::toObject(Box{})},
                               {"P", Object::reference(page)},
                               {"V", Object::reference(signature)}});
}

void SignatureField::addWidget(const pdf::Page& page, ObjectNumber widget, Object dictionary) {
    if (!dictionary.has("AP") && pdf::ArchiveProfile::of(edit_.reader()).isClaimed()) {
        // ISO 19005-1, 6.9: every field has an appearance; that of an invisible one is empty.
        const ObjectNumber empty = edit_.writer().allocate();
        edit_.writer().putStream(empty, formDictionary(0, 0, 0), {});
        dictionary.set("AP", Object::dictionary({{"N", Object::reference(empty)}}));
    }
    edit_.writer().put(widget, dictionary);
    addToPage(page.number, widget);
    addToForm(widget);
}

void SignatureField::addToPage(ObjectNumber page, ObjectNumber widget) {
    const Object& annotations = edit_.current(page).get("Annots");
    if (annotations.isReference() && edit_.current(annotations.number()).isArray()) {
        edit_.object(annotations.number()).items().push_back(Object::reference(widget));
        return;
    }
    edit_.appendTo(edit_.object(page), "Annots", Object::reference(widget));
}

void SignatureField::addToForm(ObjectNumber field) {
    edit_.changeForm([&](Object& form) { edit_.appendTo(form, "Fields", Object::reference(field)); });
}

}  // namespace congvu::signing::pades
